using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts.SecondFactors;

/// <summary>
/// Turns off the double authentication and the passkeys of somebody who has lost telephone and paper, once the administrator
/// knows by another way that it is them. Their sessions end; they set up a new one when they come back.
/// </summary>
[AllowRoles(Role.Administrator), NeedsFreshProof]
public sealed record RemoveSecondFactorOf(Guid AccountId) : ICommand<Result>, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Account, AccountId);
}

internal sealed class RemoveSecondFactorOfHandler(AppDbContext db, Actor actor, Outbox outbox, AccountEmails emails, TimeProvider clock)
    : IRequestHandler<RemoveSecondFactorOf, Result>
{
    public async Task<Result> Handle(RemoveSecondFactorOf request, CancellationToken cancellationToken)
    {
        if (request.AccountId == actor.RequiredAccountId)
        {
            return SecondFactorErrors.OwnFactor;
        }

        var passkeys = await db.UserPasskeys.Where(p => p.UserId == request.AccountId).ToListAsync(cancellationToken);
        db.RemoveRange(passkeys);
        if (!await db.RemoveSecondFactorAsync(request.AccountId, cancellationToken) && passkeys.Count == 0)
        {
            return SecondFactorErrors.NotActive;
        }

        await db.EndSessionsAsync(request.AccountId, butFor: null, clock.GetUtcNow(), cancellationToken);
        var account = await db.Users.SingleAsync(a => a.Id == request.AccountId, cancellationToken);
        outbox.Write(emails.SecondFactorChanged(
            account,
            "Un administrateur vient de retirer la double authentification de votre compte Dites32, pour que vous en régliez une nouvelle. Vous êtes déconnecté."));
        return Result.Success;
    }
}
