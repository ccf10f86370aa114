using Dites32.Core.Accounts.SecondFactors;
using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts.Passkeys;

/// <summary>Takes a passkey from one's account: it opens nothing any more. The mailbox is told.</summary>
/// <param name="Id">Of <see cref="ListMyPasskeys"/>.</param>
[AllowAccounts, NeedsFreshProof]
public sealed record RemovePasskey(string Id) : ICommand<Result>;

internal sealed class RemovePasskeyHandler(AppDbContext db, Actor actor, UserManager<Account> users, Outbox outbox, AccountEmails emails)
    : IRequestHandler<RemovePasskey, Result>
{
    public async Task<Result> Handle(RemovePasskey request, CancellationToken cancellationToken)
    {
        if (await db.IsOutOfReachAsync(actor, cancellationToken))
        {
            return SecondFactorErrors.OutOfReach;
        }

        var account = await db.Users.SingleAsync(a => a.Id == actor.RequiredAccountId, cancellationToken);
        var passkey = (await users.GetPasskeysAsync(account)).FirstOrDefault(p => PasskeySummary.IdOf(p) == request.Id);
        if (passkey is null)
        {
            return PasskeyErrors.NotFound;
        }

        await users.RemovePasskeyAsync(account, passkey.CredentialId);
        outbox.Write(emails.SecondFactorChanged(account, "Une clé d'accès vient d'être retirée de votre compte Dites32."));
        return Result.Success;
    }
}
