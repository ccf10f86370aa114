using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts.SecondFactors;

/// <summary>Turns one's own double authentication off: candidates only, a role of the staff needs it.</summary>
[AllowAccounts, NeedsFreshProof]
public sealed record RemoveSecondFactor : ICommand<Result>;

/// <summary>
/// Turns off the double authentication and the passkeys of somebody who has lost telephone and paper, once the administrator knows by
/// another way that it is them. Their sessions end; they set up a new one when they come back.
/// </summary>
[AllowRoles(Role.Administrator), NeedsFreshProof]
public sealed record RemoveSecondFactorOf(Guid AccountId) : ICommand<Result>, IAbout
{
    public Guid SubjectId => AccountId;
}

internal sealed class RemoveSecondFactorHandler(AppDbContext db, Actor actor, Outbox outbox, AccountEmails emails, TimeProvider clock)
    : IRequestHandler<RemoveSecondFactor, Result>, IRequestHandler<RemoveSecondFactorOf, Result>
{
    public async Task<Result> Handle(RemoveSecondFactor request, CancellationToken cancellationToken)
    {
        var roles = await db.RolesOfAsync(actor.RequiredAccountId, cancellationToken);
        return roles.Any(role => role != Role.Candidate)
            ? SecondFactorErrors.Needed
            : await RemoveAsync(actor.RequiredAccountId, "Vous venez de retirer la double authentification de votre compte Dites32.", cancellationToken);
    }

    public async Task<Result> Handle(RemoveSecondFactorOf request, CancellationToken cancellationToken)
    {
        if (request.AccountId == actor.RequiredAccountId)
        {
            return SecondFactorErrors.OwnFactor;
        }

        await db.EndSessionsAsync(request.AccountId, butFor: null, clock.GetUtcNow(), cancellationToken);
        return await RemoveAsync(
            request.AccountId,
            "Un administrateur vient de retirer la double authentification de votre compte Dites32, pour que vous en régliez une nouvelle. Vous êtes déconnecté.",
            cancellationToken);
    }

    private async Task<Result> RemoveAsync(Guid accountId, string whatHappened, CancellationToken cancellationToken)
    {
        var factor = await db.SecondFactors.SingleOrDefaultAsync(f => f.AccountId == accountId, cancellationToken);
        var passkeys = await db.UserPasskeys.Where(p => p.UserId == accountId).ToListAsync(cancellationToken);
        if (factor is null && (passkeys.Count == 0 || accountId == actor.AccountId))
        {
            return SecondFactorErrors.NotActive;
        }

        if (factor is not null)
        {
            db.Remove(factor);
        }

        if (accountId != actor.AccountId) // what is lost with the telephone
        {
            db.RemoveRange(passkeys);
        }

        db.RemoveRange(await db.RecoveryCodes.Where(c => c.AccountId == accountId).ToListAsync(cancellationToken));
        outbox.Write(emails.SecondFactorChanged(await db.Users.SingleAsync(a => a.Id == accountId, cancellationToken), whatHappened));
        return Result.Success;
    }
}
