using System.Data;
using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Audit;

/// <param name="Waiting">Entries since the last seal.</param>
/// <param name="Head">The last seal; null before the first.</param>
/// <param name="Problems">In plain words, with the number and the month of the entry; none when everything is as it was written.</param>
public sealed record AuditVerified(long Entries, long Waiting, int Seals, int PurgedMonths, AuditHead? Head, IReadOnlyList<string> Problems);

/// <summary>
/// Reads the whole trail, month by month, and names what was changed, deleted or added behind its back. It reads in one
/// snapshot, so that commands go on meanwhile, and makes the hashes itself: it trusts no function of the database.
/// </summary>
public static class AuditVerification
{
    internal const int PatienceSeconds = 600;

    public static async Task<AuditVerified> RunAsync(string connectionString, AuditHead? noted = null, CancellationToken cancellationToken = default)
    {
        var options = new DbContextOptionsBuilder<AppDbContext>().UseNpgsql(connectionString, npgsql => npgsql.CommandTimeout(PatienceSeconds)).Options;
        await using var db = new AppDbContext(options);
        return await RunAsync(db, noted, cancellationToken);
    }

    /// <summary>The trail of any context that has one.</summary>
    internal static async Task<AuditVerified> RunAsync(DbContext db, AuditHead? noted, CancellationToken cancellationToken)
    {
        await using var snapshot = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var chain = SealChain.Of(await db.Set<AuditSeal>().AsNoTracking().OrderBy(s => s.Number).ToListAsync(cancellationToken));
        var problems = new List<string>(chain.Problems);
        if (chain.Misses(noted) is { } missing)
        {
            problems.Add(missing);
        }

        var (entries, waiting) = (0L, 0L);
        foreach (var month in await MonthsAsync(db, chain, cancellationToken))
        {
            var verified = await MonthVerification.RunAsync(db, month, chain, cancellationToken);
            (entries, waiting) = (entries + verified.Entries, waiting + verified.Waiting);
            problems.AddRange(verified.Problems);
        }

        return new AuditVerified(entries, waiting, chain.Count, chain.PurgedMonths.Count, chain.Head, problems);
    }

    private static async Task<IEnumerable<DateOnly>> MonthsAsync(DbContext db, SealChain chain, CancellationToken cancellationToken)
    {
        var months = new SortedSet<DateOnly>(chain.Months);
        if (await db.Set<AuditEntry>().MinAsync(e => (DateTimeOffset?)e.At, cancellationToken) is { } first)
        {
            var last = await db.Set<AuditEntry>().MaxAsync(e => e.At, cancellationToken);
            for (var month = AuditChain.MonthOf(first); month <= AuditChain.MonthOf(last); month = month.AddMonths(1))
            {
                months.Add(month);
            }
        }

        return months;
    }
}
