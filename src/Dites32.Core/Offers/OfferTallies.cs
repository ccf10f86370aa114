using System.Collections.Concurrent;
using Dites32.Core.Territory;

namespace Dites32.Core.Offers;

/// <summary>How many offers a search finds, and where.</summary>
/// <param name="Count">At most <see cref="OfferTallies.Most"/>.</param>
/// <param name="ByCommune">INSEE code and number, anonymous offers left out; of the newest when there are more.</param>
internal sealed record OfferTally(int Count, bool IsMore, IReadOnlyList<(string InseeCode, int Count)> ByCommune)
{
    public static readonly OfferTally None = new(0, false, []);

    private volatile NamedPoints? named;

    /// <summary>The same list as long as the tally is kept, so that the map made of it may be kept too.</summary>
    public IReadOnlyList<OfferPoint> PointsIn(Catalogue catalogue)
    {
        var known = named;
        if (known is null || known.Catalogue != catalogue)
        {
            named = known = new NamedPoints(catalogue, [.. ByCommune.Select(c => new OfferPoint(catalogue.Communes[c.InseeCode], c.Count))]);
        }

        return known.Points;
    }

    private sealed record NamedPoints(Catalogue Catalogue, IReadOnlyList<OfferPoint> Points);

    public static OfferTally Of(IEnumerable<(string? InseeCode, int Count)> groups)
    {
        var all = groups.ToList();
        var total = all.Sum(g => g.Count);
        return new OfferTally(Math.Min(total, OfferTallies.Most), total > OfferTallies.Most,
            [.. all.Where(g => g.InseeCode is not null).OrderBy(g => g.InseeCode, StringComparer.Ordinal).Select(g => (g.InseeCode!, g.Count))]);
    }
}

/// <summary>
/// Keeps tallies for some seconds, because counting costs more than reading a page. A tally holds for the very offers
/// of the page it was counted with: once a page shows another offer, it is counted again.
/// </summary>
internal sealed class OfferTallies(TimeProvider clock)
{
    public const int Most = 1000;

    private const int MostKept = 512;
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<(OfferSearch Search, int Page), (OfferTally Tally, int Offers, long At)> tallies = new();

    public OfferTally? Find(OfferSearch search, int page, IReadOnlyList<OfferRow> rows) =>
        tallies.TryGetValue((search, page), out var kept) && kept.Offers == HashOf(rows) && clock.GetElapsedTime(kept.At) < Kept
            ? kept.Tally
            : null;

    public void Keep(OfferSearch search, int page, IReadOnlyList<OfferRow> rows, OfferTally tally)
    {
        if (tallies.Count >= MostKept)
        {
            tallies.Clear();
        }

        tallies[(search, page)] = (tally, HashOf(rows), clock.GetTimestamp());
    }

    private static int HashOf(IReadOnlyList<OfferRow> rows)
    {
        var hash = new HashCode();
        foreach (var row in rows)
        {
            hash.Add(row.Number);
        }

        return hash.ToHashCode();
    }
}
