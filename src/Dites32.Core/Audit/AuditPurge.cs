using System.Globalization;
using Dites32.Core.Data;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dites32.Core.Audit;

/// <param name="Refusal">Why nothing was dropped, in plain words; null when it was done, even if there was nothing to drop.</param>
public sealed record AuditPurged(IReadOnlyList<DateOnly> Months, long Entries, string? Refusal);

/// <summary>
/// Drops the months of the trail that ended twelve months ago or earlier (CNIL, délibération 2021-122), as the owner of the
/// database and all at once. A month goes only once it is wholly sealed; its seals stay, a link of the chain says that it was
/// purged, and the purge has its own entry.
/// </summary>
public static class AuditPurge
{
    public const int MonthsKept = 12;

    private const int MaxAttempts = 5;

    /// <summary>The months before this one are too old.</summary>
    internal static DateOnly LimitOf(DateTimeOffset now) => AuditChain.MonthOf(now).AddMonths(-MonthsKept);

    public static async Task<AuditPurged> RunAsync(string ownerConnectionString, CancellationToken cancellationToken = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(ownerConnectionString, cancellationToken);
            }
            catch (Exception busy) when (attempt < MaxAttempts && IsBusy(busy))
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt), cancellationToken);
            }
        }
    }

    private static async Task<AuditPurged> TryAsync(string ownerConnectionString, CancellationToken cancellationToken)
    {
        await using var db = new AppDbContext(new DbContextOptionsBuilder<AppDbContext>().UseNpgsql(ownerConnectionString).Options);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = await db.NowAsync(cancellationToken);
        var limit = LimitOf(now);
        var months = (await db.Database.SqlQuery<DateOnly>($"""
            SELECT to_date(right(relname::text, 7), 'YYYY_MM') AS "Value" FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
            WHERE inhparent = 'audit_entry'::regclass
            """).ToListAsync(cancellationToken)).Where(m => m < limit).Order().ToList();
        var purged = await WriteDownAsync(db, months, now, cancellationToken);
        if (purged.Refusal is not null)
        {
            return purged;
        }

        await db.SaveChangesAsync(cancellationToken);

        // Last, because it stops the commands until the commit; and not for long, if somebody reads the trail.
        await db.Database.ExecuteSqlAsync($"SET LOCAL lock_timeout = '3s'", cancellationToken);
        foreach (var month in months)
        {
            await db.Database.ExecuteSqlAsync($"SELECT audit_drop({month})", cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return purged;
    }

    /// <summary>Links to the chain of any trail that these months are purged, each with its entry; the caller saves it and lets them go.</summary>
    internal static async Task<AuditPurged> WriteDownAsync(DbContext db, IReadOnlyList<DateOnly> months, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var last = await db.Set<AuditSeal>().OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancellationToken);
        var entries = 0L;
        foreach (var month in months)
        {
            var (start, end) = (AuditChain.StartOf(month), AuditChain.StartOf(month.AddMonths(1)));
            if (await db.UnsealedSince(start).Where(e => e.At < end).MinAsync(e => (long?)e.Id, cancellationToken) is { } unsealed)
            {
                return new AuditPurged([], 0, string.Create(CultureInfo.InvariantCulture, $"entry {unsealed} of {month:yyyy-MM} has no seal"));
            }

            var lastOfMonth = await db.Set<AuditSeal>().Where(s => s.Month == month).OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancellationToken);
            if (lastOfMonth is not null)
            {
                var count = await db.Set<AuditEntry>().CountAsync(e => e.At >= start && e.At < end, cancellationToken);
                last = AuditSeal.OfPurge(last!, lastOfMonth, count, now);
                db.Add(last);
                db.Add(AuditEntry.Of(Actor.System, new PurgeAudit()));
                entries += count;
            }
        }

        return new AuditPurged(months, entries, null);
    }

    /// <summary>Somebody holds the trail, or a seal was made meanwhile.</summary>
    private static bool IsBusy(Exception exception) =>
        (exception as PostgresException ?? exception.InnerException as PostgresException)?.SqlState
            is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected;

    // The name of the trace.
    private sealed record PurgeAudit;
}
