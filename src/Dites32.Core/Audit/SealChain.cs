using System.Globalization;

namespace Dites32.Core.Audit;

/// <summary>The seals, each looked at with the one before it.</summary>
internal sealed class SealChain
{
    private readonly SortedList<long, AuditSeal> seals = [];
    private readonly List<string> problems = [];

    public IReadOnlyList<string> Problems => problems;

    public int Count => seals.Count;

    public AuditSeal? Last => seals.Count == 0 ? null : seals.Values[^1];

    public AuditHead? Head => Last is { } last ? AuditHead.Of(last) : null;

    public IEnumerable<DateOnly> Months => seals.Values.Select(s => s.Month);

    public IReadOnlySet<DateOnly> PurgedMonths => seals.Values.Where(s => s.IsPurge).Select(s => s.Month).ToHashSet();

    /// <param name="seals">By number.</param>
    public static SealChain Of(IEnumerable<AuditSeal> seals)
    {
        var chain = new SealChain();
        foreach (var seal in seals)
        {
            chain.Link(seal);
        }

        return chain;
    }

    public IReadOnlyList<AuditSeal> Of(DateOnly month) => [.. seals.Values.Where(s => s.Month == month && !s.IsPurge)];

    /// <summary>The date before which no entry of this seal can have been written.</summary>
    public DateTimeOffset FloorOf(AuditSeal seal) =>
        seals.TryGetValue(seal.Number - 1, out var previous) ? FloorAfter(previous) : DateTimeOffset.MinValue;

    public DateTimeOffset FloorAfterLast => Last is { } last ? FloorAfter(last) : DateTimeOffset.MinValue;

    public string? Misses(AuditHead? noted)
    {
        if (noted is null || (seals.TryGetValue(noted.Number, out var seal) && AuditHead.Of(seal) == noted))
        {
            return null;
        }

        return seal is null
            ? string.Create(CultureInfo.InvariantCulture, $"seal {noted.Number}, which was noted, is gone")
            : string.Create(CultureInfo.InvariantCulture, $"seal {noted.Number} is not the one that was noted: the chain was written anew");
    }

    private static DateTimeOffset FloorAfter(AuditSeal seal) =>
        seal.LastEntryAt > DateTimeOffset.MinValue + AuditChain.Disorder ? seal.LastEntryAt - AuditChain.Disorder : DateTimeOffset.MinValue;

    private void Link(AuditSeal seal)
    {
        var (last, name) = (Last, string.Create(CultureInfo.InvariantCulture, $"seal {seal.Number} of {seal.Month:yyyy-MM}"));
        var expected = (last?.Number ?? 0) + 1;
        if (seal.Number > expected)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture,
                $"{(seal.Number - expected > 1 ? $"seals {expected} to {seal.Number - 1} are" : $"seal {expected} is")} gone"));
        }
        else if (!AuditChain.HashOf(last?.Hash ?? [], seal).SequenceEqual(seal.Hash))
        {
            problems.Add($"{name} was changed");
        }

        if (seal.IsPurge && seal.Month >= AuditPurge.LimitOf(seal.SealedAt))
        {
            problems.Add($"{name} says that the month was purged before its time");
        }

        seals[seal.Number] = seal;
    }
}
