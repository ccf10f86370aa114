using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts;

/// <summary>
/// Gives an account the address to which the link of <see cref="RequestAddressChange"/> was sent (three days, once). The former
/// address is told, the other links and sessions end. Errors: account-link-ended, also when the address has been taken since.
/// </summary>
[AllowEveryone]
public sealed record ChangeAddress(string Token) : ICommand<Result>;

internal sealed class ChangeAddressHandler(AppDbContext db, Actor actor, AccountLinks links, Outbox outbox, AccountEmails emails, TimeProvider clock)
    : IRequestHandler<ChangeAddress, Result>
{
    public async Task<Result> Handle(ChangeAddress request, CancellationToken cancellationToken)
    {
        if (links.ReadNewAddress(request.Token) is not var (accountId, stamp, email)
            || await db.Users.SingleOrDefaultAsync(a => a.Id == accountId && a.SecurityStamp == stamp && a.DisabledAt == null, cancellationToken) is not { } account
            || await db.FindAccountAsync(email, cancellationToken) is not null)
        {
            return AccountErrors.LinkHasEnded;
        }

        outbox.Write(emails.AddressChanged(account)); // to the former one
        account.ChangeEmail(email);
        await db.EndSessionsAsync(account.Id, butFor: actor.SessionId, clock.GetUtcNow(), cancellationToken);
        return Result.Success;
    }
}
