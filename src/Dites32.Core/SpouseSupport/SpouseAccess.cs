using Dites32.Core.Accounts;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

internal static class SpouseAccess
{
    /// <summary>The file of the session, alive; none otherwise.</summary>
    public static IQueryable<SpouseCase> OpenedBy(this IQueryable<SpouseCase> files, SpouseDbContext db, Actor actor, DateTimeOffset now)
    {
        var (id, seen, opened) = (actor.SpouseSessionId, now - SpouseSession.Idle, now - SpouseSession.Longest);
        return files.Where(f => db.Sessions.Any(s => s.Id == id && s.CaseId == f.Id && s.EndedAt == null && s.SeenAt > seen && s.OpenedAt > opened));
    }

    /// <summary>What caseworkers may see: whoever has agreed, and whom they have invited. A request that nobody confirmed is nobody's.</summary>
    public static IQueryable<SpouseCase> SeenByCaseworkers(this IQueryable<SpouseCase> files) =>
        files.Where(f => f.ConsentedAt != null || f.InvitedById != null);

    /// <summary>Those of this caseworker, and those that nobody has (any more).</summary>
    public static IQueryable<SpouseCase> ConfidedTo(this IQueryable<SpouseCase> files, Guid me, IEnumerable<AccountContact> caseworkers)
    {
        var others = caseworkers.Select(c => c.Id).Where(id => id != me).ToList();
        return files.Where(c => c.OwnerId == null || !others.Contains(c.OwnerId.Value));
    }

    /// <summary>A file for which something may be planned: its person has agreed, and it is not closed.</summary>
    public static async Task<Result<SpouseCase>> ToPlanAsync(this SpouseDbContext db, Guid id, CancellationToken cancellationToken) =>
        await db.Cases.SeenByCaseworkers().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) switch
        {
            null => SpouseErrors.NotFound,
            { ConsentedAt: null } => SpouseErrors.NoConsent,
            { State: SpouseCaseState.Closed } => SpouseErrors.ClosedFile,
            var file => file,
        };

    /// <summary>The file as its own person opens it, and the session seen again.</summary>
    public static async Task<SpouseCase?> OwnAsync(this SpouseDbContext db, Actor actor, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var file = await db.Cases.OpenedBy(db, actor, now).SingleOrDefaultAsync(cancellationToken);
        if (file is not null)
        {
            await db.Sessions.Where(s => s.Id == actor.SpouseSessionId).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now), cancellationToken);
        }

        return file;
    }
}
