namespace Dites32.Core.Internships.Housing;

/// <summary>What may put a request before another. Nothing about the person but their semesters. Stored by name.</summary>
public enum PriorityCriterion { GersPlacement, Ambulatory, BeforeDeadline, FirstSemester, NeverHoused, WholeSemester }

public static class PriorityCriteria
{
    public static readonly IReadOnlyList<PriorityCriterion> All = Enum.GetValues<PriorityCriterion>();

    /// <summary>What a form proposes.</summary>
    public static readonly IReadOnlyList<PriorityCriterion> Usual =
        [PriorityCriterion.GersPlacement, PriorityCriterion.BeforeDeadline, PriorityCriterion.FirstSemester, PriorityCriterion.WholeSemester];

    public static string Label(this PriorityCriterion criterion) => criterion switch
    {
        PriorityCriterion.GersPlacement => "Stage dans le Gers ce semestre",
        PriorityCriterion.Ambulatory => "Stage ambulatoire",
        PriorityCriterion.BeforeDeadline => "Demande faite avant la date limite",
        PriorityCriterion.FirstSemester => "Premier semestre dans le Gers",
        PriorityCriterion.NeverHoused => "Jamais logé par le programme",
        PriorityCriterion.WholeSemester => "Séjour de tout le semestre",
    };
}

/// <summary>A request as the rules see it.</summary>
/// <param name="Met">The criteria that it meets.</param>
internal sealed record RankedRequest(Guid RequestId, IReadOnlySet<PriorityCriterion> Met, DateTimeOffset AskedAt);

internal static class Ranking
{
    /// <summary>The first criterion decides, then the next; among equals whoever asked first is first.</summary>
    public static IReadOnlyList<RankedRequest> Rank(this IEnumerable<RankedRequest> requests, IReadOnlyList<PriorityCriterion> rules)
    {
        var ordered = requests.OrderBy(_ => 0);
        foreach (var rule in rules)
        {
            ordered = ordered.ThenByDescending(r => r.Met.Contains(rule));
        }

        return [.. ordered.ThenBy(r => r.AskedAt).ThenBy(r => r.RequestId)];
    }
}
