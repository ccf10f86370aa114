using Dites32.Core.Accounts.SecondFactors;
using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts.External;

/// <summary>
/// Lets another service open one's account from now on, once its answer has been verified in this browser. The mailbox is
/// told. Errors: external-taken, external-one-of-each, second-factor-out-of-reach.
/// </summary>
[AllowAccounts, NeedsFreshProof]
public sealed record AddExternalLogin(ExternalIdentity Identity) : ICommand<Result>;

internal sealed class AddExternalLoginHandler(AppDbContext db, Actor actor, Outbox outbox, AccountEmails emails, TimeProvider clock)
    : IRequestHandler<AddExternalLogin, Result>
{
    public async Task<Result> Handle(AddExternalLogin request, CancellationToken cancellationToken)
    {
        if (await db.IsOutOfReachAsync(actor, cancellationToken))
        {
            return SecondFactorErrors.OutOfReach;
        }

        var (id, identity) = (actor.RequiredAccountId, request.Identity);
        if (await db.FindLoginAsync(identity, cancellationToken) is { } login)
        {
            return login.UserId == id ? Result.Success : ExternalErrors.Taken;
        }

        if (await db.UserLogins.AnyAsync(l => l.UserId == id && l.LoginProvider == identity.Issuer, cancellationToken))
        {
            return ExternalErrors.OneOfEach;
        }

        var account = await db.Users.SingleAsync(a => a.Id == id, cancellationToken);
        db.Link(account, identity, clock.GetUtcNow());
        outbox.Write(emails.SecondFactorChanged(account, $"Votre compte Dites32 s'ouvre désormais aussi par {identity.Service}."));
        return Result.Success;
    }
}
