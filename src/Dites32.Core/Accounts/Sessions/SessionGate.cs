using Dites32.Core.Data;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts.Sessions;

/// <summary>
/// Reads at each request whether its session is alive and which roles its account has: what an administrator takes away
/// is gone for the next request, whatever a cookie or an open circuit believes. One statement, by primary keys.
/// </summary>
internal sealed class SessionGate(AppDbContext db, TimeProvider clock) : IActorGate
{
    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(1);

    public async Task<Actor> AdmitAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.SessionId is not { } id)
        {
            return actor;
        }

        var now = clock.GetUtcNow();
        var session = await db.SessionsAliveAt(now).Where(s => s.Id == id && s.AccountId == actor.AccountId)
            .Select(s => new
            {
                s.Proof,
                s.ProvedAt,
                s.SeenAt,
                RoleIds = db.UserRoles.Where(r => r.UserId == s.AccountId).Select(r => r.RoleId).ToList(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (session is null)
        {
            return actor.AfterSession();
        }

        if (session.SeenAt <= now - Grain)
        {
            await SeeAsync(id, session.Proof, now, cancellationToken);
        }

        return actor.Admitted(SessionRoles.Of(session.RoleIds, session.Proof), session.Proof.IsStrong(), session.ProvedAt);
    }

    /// <summary>Somebody is there: the idle limit starts again.</summary>
    private async Task SeeAsync(Guid id, SessionProof proof, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var idleEnd = now + AccountSession.IdleLimit(proof.IsStrong());
        await db.AccountSessions.Where(s => s.Id == id && s.SeenAt < now)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now).SetProperty(s => s.IdleEndsAt, idleEnd), cancellationToken);
    }
}

internal static class SessionRoles
{
    /// <summary>
    /// The roles of the staff count only in a session that was opened by more than a password. Whoever works for the human
    /// resources of health centres recruits: the memberships say for which.
    /// </summary>
    public static IReadOnlyList<Role> Of(IReadOnlyList<Guid> roleIds, SessionProof proof)
    {
        var roles = AccountContacts.RolesOf(roleIds).Where(role => !role.IsStaff() || proof.IsStrong()).ToList();
        return roles.Contains(Role.HealthCentreHr) ? [.. roles.Union([Role.SiteRecruiter])] : roles;
    }
}
