using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;

namespace Dites32.Core.Accounts;

/// <summary>Sends the confirmation link again. The answer is the same whether the address has an account or not.</summary>
[AllowEveryone]
public sealed record ResendConfirmation(string Email) : ICommand<Result>, ITraced;

internal sealed class ResendConfirmationValidator : AbstractValidator<ResendConfirmation>
{
    public ResendConfirmationValidator() => RuleFor(r => r.Email).IsAddress();
}

internal sealed class ResendConfirmationHandler(AppDbContext db, Outbox outbox, AccountEmails emails)
    : IRequestHandler<ResendConfirmation, Result>
{
    public async Task<Result> Handle(ResendConfirmation request, CancellationToken cancellationToken)
    {
        if (await db.FindAccountAsync(request.Email, cancellationToken) is { } account)
        {
            await outbox.WriteIfMayAsync(
                account switch
                {
                    { EmailConfirmed: true } => emails.Known(account),
                    { PasswordHash: null } => emails.Invitation(account),
                    _ => emails.Confirmation(account),
                },
                cancellationToken);
        }

        return Result.Success;
    }
}
