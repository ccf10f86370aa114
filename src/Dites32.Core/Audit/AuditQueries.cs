using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Audit;

internal static class AuditQueries
{
    /// <summary>The clock of the database, which dates the entries.</summary>
    public static Task<DateTimeOffset> NowAsync(this DbContext db, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<DateTimeOffset>($"SELECT clock_timestamp() AS \"Value\"").SingleAsync(cancellationToken);

    /// <summary>The entries from this instant on that no seal covers.</summary>
    public static IQueryable<AuditEntry> UnsealedSince(this DbContext db, DateTimeOffset start)
    {
        var month = AuditChain.MonthOf(start);
        var ids = db.Set<SealedEntries>().Where(s => s.Month >= month).SelectMany(s => s.EntryIds);
        return db.Set<AuditEntry>().AsNoTracking().Where(e => e.At >= start && !ids.Any(id => id == e.Id));
    }
}
