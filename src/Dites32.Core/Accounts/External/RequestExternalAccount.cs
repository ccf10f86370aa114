using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;

namespace Dites32.Core.Accounts.External;

/// <summary>
/// First step of a candidate's account without a password: a link goes to the mailbox (three days), and nothing exists before
/// it is opened. A known address gets the same answer, and its mailbox is told.
/// </summary>
[AllowEveryone]
public sealed record RequestExternalAccount(string Email) : ICommand<Result>, ITraced;

internal sealed class RequestExternalAccountValidator : AbstractValidator<RequestExternalAccount>
{
    public RequestExternalAccountValidator() => RuleFor(r => r.Email).IsAddress();
}

internal sealed class RequestExternalAccountHandler(AppDbContext db, Outbox outbox, AccountEmails emails)
    : IRequestHandler<RequestExternalAccount, Result>
{
    public async Task<Result> Handle(RequestExternalAccount request, CancellationToken cancellationToken)
    {
        var email = await db.FindAccountAsync(request.Email, cancellationToken) switch
        {
            { EmailConfirmed: true } account => emails.Known(account),
            { PasswordHash: null } account => emails.Invitation(account),
            _ => emails.ExternalAccount(EmailAddress.Normalise(request.Email)),
        };
        await outbox.WriteIfMayAsync(email, cancellationToken);
        return Result.Success;
    }
}
