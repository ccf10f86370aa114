using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Audit;

/// <summary>The entries of one month against the lists of its seals.</summary>
internal sealed class MonthVerification
{
    private readonly DateOnly month;
    private readonly SealChain chain;
    private readonly Dictionary<long, (byte[] Hash, DateTimeOffset At)> entries = [];
    private readonly List<string> problems = [];

    private MonthVerification(DateOnly month, SealChain chain) => (this.month, this.chain) = (month, chain);

    public long Entries { get; private set; }

    public long Waiting { get; private set; }

    public IReadOnlyList<string> Problems => problems;

    public static async Task<MonthVerification> RunAsync(DbContext db, DateOnly month, SealChain chain, CancellationToken cancellationToken)
    {
        var verification = new MonthVerification(month, chain);
        var (start, end) = (AuditChain.StartOf(month), AuditChain.StartOf(month.AddMonths(1)));
        await foreach (var entry in db.Set<AuditEntry>().AsNoTracking().Where(e => e.At >= start && e.At < end).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            verification.entries[entry.Id] = (AuditChain.HashOf(entry), entry.At);
        }

        verification.Entries = verification.entries.Count;
        var lists = await db.Set<SealedEntries>().AsNoTracking().Where(s => s.Month == month).OrderBy(s => s.SealNumber).ToListAsync(cancellationToken);
        verification.Compare(lists);
        return verification;
    }

    private void Compare(List<SealedEntries> lists)
    {
        var seals = chain.PurgedMonths.Contains(month) ? [] : chain.Of(month).ToDictionary(s => s.Number);
        if (lists.Count == 0 && entries.Count == 0 && seals.Count > 0)
        {
            Say($"the whole month {Month} is gone, {seals.Values.Sum(s => s.EntryCount)} entries, and no seal says that it was purged");
            return;
        }

        foreach (var list in lists)
        {
            Compare(list, seals.Remove(list.SealNumber, out var seal) ? seal : null);
        }

        foreach (var number in seals.Keys)
        {
            Say($"the list of seal {number} of {Month} is gone");
        }

        foreach (var (id, entry) in entries.OrderBy(e => e.Key))
        {
            if (chain.PurgedMonths.Contains(month) || entry.At < chain.FloorAfterLast)
            {
                Say($"entry {id} of {Month} was added afterwards");
            }
            else
            {
                Waiting++;
            }
        }
    }

    private void Compare(SealedEntries list, AuditSeal? seal)
    {
        if (seal is null || list.EntryIds.Length != seal.EntryCount || !list.Digest().SequenceEqual(seal.Digest))
        {
            Say($"the list of seal {list.SealNumber} of {Month} was changed, entries {list.EntryIds.Min()} to {list.EntryIds.Max()}");
        }

        var floor = seal is null ? DateTimeOffset.MinValue : chain.FloorOf(seal);
        foreach (var (index, id) in list.EntryIds.Index())
        {
            if (!entries.Remove(id, out var entry))
            {
                Say($"entry {id} of {Month} was deleted");
            }
            else if (!list.HashAt(index).SequenceEqual(entry.Hash))
            {
                Say($"entry {id} of {Month} was changed");
            }
            else if (entry.At < floor)
            {
                Say($"entry {id} of {Month} was not written on its date: it came with seal {list.SealNumber}");
            }
        }
    }

    private string Month => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private void Say(FormattableString problem) => problems.Add(FormattableString.Invariant(problem));
}
