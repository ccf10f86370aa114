using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Audit;

/// <summary>
/// Seals the entries that have been saved since the last time, those of the oldest month first and at most
/// <see cref="Batch"/>: the next run goes on. It only reads what is committed and locks nothing: no command waits for it, and
/// an entry whose command is still being saved has its turn afterwards. It leaves no entry itself, or there would always be
/// one more to seal: the seal is its trace. Errors: sealed-meanwhile.
/// </summary>
[AllowSystem]
public sealed record SealAudit : ICommand<Result>, IUntraced
{
    public const int Batch = 20_000;
}

internal sealed class SealAuditHandler(AppDbContext db) : IRequestHandler<SealAudit, Result>
{
    public Task<Result> Handle(SealAudit request, CancellationToken cancellationToken) => AuditSealing.SealAsync(db, cancellationToken);
}

/// <summary>The same in any context that holds a trail. The command saves the seal.</summary>
internal static class AuditSealing
{
    public static async Task<Result> SealAsync(DbContext db, CancellationToken cancellationToken)
    {
        var now = await db.NowAsync(cancellationToken);
        var last = await db.Set<AuditSeal>().AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancellationToken);
        var found = await db.UnsealedSince(StartAfter(last, now)).OrderBy(e => e.At).ThenBy(e => e.Id).Take(SealAudit.Batch).ToListAsync(cancellationToken);
        if (found.Count == 0)
        {
            return Result.Success;
        }

        var month = AuditChain.MonthOf(found[0].At);
        var entries = found.TakeWhile(e => AuditChain.MonthOf(e.At) == month).ToList();
        var details = SealedEntries.Of((last?.Number ?? 0) + 1, entries);
        db.Add(details);
        db.Add(AuditSeal.Of(last, details, entries[^1].At, now));
        return Result.Success;
    }

    /// <summary>The first run of a day looks at everything, so that nothing stays without a seal; the others only at the end.</summary>
    private static DateTimeOffset StartAfter(AuditSeal? last, DateTimeOffset now) =>
        last is null || last.SealedAt.UtcDateTime.Date < now.UtcDateTime.Date ? DateTimeOffset.MinValue : last.LastEntryAt - AuditChain.Disorder;
}
