using Dites32.Core.Audit;
using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;

namespace Dites32.Core.Accounts;

/// <summary>Sends the confirmation link again. The answer, its time and its statements are the same whether the address has an account or not.</summary>
[AllowEveryone]
public sealed record ResendConfirmation(string Email) : ICommand<Result>, ITraced;

internal sealed class ResendConfirmationValidator : AbstractValidator<ResendConfirmation>
{
    public ResendConfirmationValidator() => RuleFor(r => r.Email).IsAddress();
}

internal sealed class ResendConfirmationHandler(AppDbContext db, Outbox outbox, AccountEmails emails, FoundSubject subject)
    : IRequestHandler<ResendConfirmation, Result>
{
    public async Task<Result> Handle(ResendConfirmation request, CancellationToken cancellationToken)
    {
        var account = await db.FindAccountAsync(request.Email, cancellationToken);
        subject.IsAccount(account?.Id);
        var email = account switch
        {
            null => emails.Confirmation(Account.Nobody(request.Email)) with { GoesNowhere = true },
            { EmailConfirmed: true } => emails.Known(account),
            { PasswordHash: null } => emails.Invitation(account),
            _ => emails.Confirmation(account),
        };
        await outbox.WriteIfMayAsync(email, cancellationToken);
        return Result.Success;
    }
}
