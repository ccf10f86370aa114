using Dites32.Core.Territory;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// Minutes by road, estimated: the distance as the crow flies, a third more for the bends, at sixty kilometres an hour. No
/// road is known here, so that it is always said to be an estimate.
/// </summary>
public static class RoadTime
{
    private const double MinutesPerKilometre = 1.3;

    /// <summary>What one drives every day without thinking of it: the reach of a place.</summary>
    public const int Reach = 30;

    /// <summary>0 within a commune; null where the point of one of the two is not known.</summary>
    public static int? Minutes(CommuneInfo from, CommuneInfo to) =>
        from == to ? 0 : Catalogue.Distance(from, to) is { } kilometres ? (int)Math.Round(kilometres * MinutesPerKilometre) : null;

    /// <summary>The communes within <see cref="Reach"/> of this one, which is the first.</summary>
    public static IReadOnlyDictionary<string, int> Around(Catalogue catalogue, CommuneInfo place) => catalogue.CommunesByName
        .Select(c => (c.InseeCode, Minutes: Minutes(place, c))).Where(c => c.Minutes <= Reach)
        .ToDictionary(c => c.InseeCode, c => c.Minutes!.Value);
}
