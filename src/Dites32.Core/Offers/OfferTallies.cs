using Dites32.Core.Shared;
using Dites32.Core.Territory;

namespace Dites32.Core.Offers;

/// <summary>How many offers a search finds, and where.</summary>
/// <param name="Count">At most <see cref="OfferTally.Most"/>.</param>
/// <param name="ByCommune">INSEE code and number, anonymous offers left out; of the newest when there are more.</param>
internal sealed record OfferTally(int Count, bool IsMore, IReadOnlyList<(string InseeCode, int Count)> ByCommune)
{
    public const int Most = 1000;

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
        return new OfferTally(Math.Min(total, Most), total > Most,
            [.. all.Where(g => g.InseeCode is not null).OrderBy(g => g.InseeCode, StringComparer.Ordinal).Select(g => (g.InseeCode!, g.Count))]);
    }
}

/// <summary>
/// Holds tallies for some seconds, because counting costs more than reading a page. A tally holds for the very offers
/// of the page it was counted with: once a page shows another offer, it is counted again.
/// </summary>
internal sealed class OfferTallies(TimeProvider clock)
{
    private const int MostKept = 512;
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    private readonly ShortMemory<(OfferSearch Search, int Page), OfferTally> tallies = new(clock, Kept, MostKept);

    public ValueTask<OfferTally> GetAsync(
        OfferSearch search, int page, IReadOnlyList<OfferRow> rows, Func<CancellationToken, Task<OfferTally>> count,
        CancellationToken cancellationToken) =>
        tallies.GetAsync((search, page), HashOf(rows), count, cancellationToken);

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
