using Dites32.Core.Audit;
using Dites32.Core.SpouseSupport.Data;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// What <see cref="AuditPurge"/> does, for the trail behind the wall: its months are rows of plain tables, of which the database
/// lets none go that is younger than a year. To be run in the transaction of a command that saves.
/// </summary>
internal static class SpouseAuditPurge
{
    /// <returns>Why nothing was purged; null when it was done.</returns>
    public static async Task<string?> RunAsync(SpouseDbContext db, CancellationToken cancellationToken)
    {
        var now = await db.NowAsync(cancellationToken); // the clock of the database, which dates the entries
        var limit = AuditPurge.LimitOf(now);
        var (end, months) = (AuditChain.StartOf(limit), new List<DateOnly>());
        if (await db.AuditEntries.Where(e => e.At < end).MinAsync(e => (DateTimeOffset?)e.At, cancellationToken) is { } first)
        {
            for (var month = AuditChain.MonthOf(first); month < limit; month = month.AddMonths(1))
            {
                months.Add(month);
            }
        }

        var purged = await AuditPurge.WriteDownAsync(db, months, now, cancellationToken);
        if (purged.Refusal is null)
        {
            await db.AuditEntries.Where(e => e.At < end).ExecuteDeleteAsync(cancellationToken);
            await db.SealedEntries.Where(s => s.Month < limit).ExecuteDeleteAsync(cancellationToken);
        }

        return purged.Refusal;
    }
}
