using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts;

/// <summary>
/// Counts the passwords tried for an account. Each try is counted before the password is looked at, by a statement of
/// its own: a hundred guesses sent at once are a hundred tries, and none of them is lost with a refused command.
/// </summary>
internal static class SignInAttempts
{
    public const int Max = 8;
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    /// <summary>For no account: paused, after the same work.</summary>
    public static async Task<Attempt> CountAttemptAsync(this AppDbContext db, Guid? accountId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (id, end) = (accountId ?? Guid.Empty, now + Pause);
        var counts = await db.Database.SqlQuery<int>($"""
            UPDATE account SET
                lockout_end = CASE WHEN access_failed_count + 1 >= {Max} THEN {end} END,
                access_failed_count = CASE WHEN access_failed_count + 1 >= {Max} THEN 0 ELSE access_failed_count + 1 END
            WHERE id = {id} AND (lockout_end IS NULL OR lockout_end <= {now})
            RETURNING access_failed_count
            """).ToListAsync(cancellationToken);
        return counts switch
        {
            [] => Attempt.Paused,
            [0] => Attempt.Last,
            _ => Attempt.Counted,
        };
    }

    /// <summary>The password was right.</summary>
    public static Task ForgetAttemptsAsync(this AppDbContext db, Guid accountId, CancellationToken cancellationToken) =>
        db.Users.Where(a => a.Id == accountId).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null).SetProperty(a => a.AccessFailedCount, 0), cancellationToken);
}

/// <summary>Whether the password may be looked at: not during a pause, and if it is wrong the last one starts a pause.</summary>
internal enum Attempt { Counted, Last, Paused }
