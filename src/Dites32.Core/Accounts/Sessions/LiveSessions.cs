using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts.Sessions;

internal static class LiveSessions
{
    /// <summary>The sessions that a request may come from at this moment.</summary>
    public static IQueryable<AccountSession> SessionsAliveAt(this AppDbContext db, DateTimeOffset now) => db.AccountSessions.Where(s =>
        s.EndedAt == null && s.EndsAt > now && s.IdleEndsAt > now && db.Users.Any(a => a.Id == s.AccountId && a.DisabledAt == null));

    /// <summary>Ends the sessions of an account in the save of the command, but for the one that it came from, if any.</summary>
    public static async Task EndSessionsAsync(
        this AppDbContext db, Guid accountId, Guid? butFor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sessions = await db.AccountSessions.Where(s => s.AccountId == accountId && s.EndedAt == null && s.Id != butFor).ToListAsync(cancellationToken);
        sessions.ForEach(s => s.End(now));
    }
}
