using Dites32.Core.Territory;

namespace Dites32.Core.SpouseSupport;

/// <summary>By what a post is near a person's trade (métier), the nearest first.</summary>
public enum TradeMatch { SameCode, SameWords, SameField }

/// <summary>An open post, as the matching sees it.</summary>
internal sealed record OpenPost(
    Guid Id, string Title, string? RomeCode, JobContract Contract, string InseeCode, DateOnly? StartsOn, DateTimeOffset AddedAt);

/// <summary>What the matching knows of a partner: never their name.</summary>
internal sealed record Seeker(string? RomeCode, string? Profession, SpouseProject? Project, string? InseeCode, DateOnly? ArrivesOn);

/// <param name="Kilometres">As the crow flies; null when one of the two places is not known.</param>
/// <param name="IsWantedContract">Whether the contract is one that the project asks for; null when it asks for none.</param>
internal sealed record LeadMatch(OpenPost Post, TradeMatch Trade, double? Kilometres, bool? IsWantedContract)
{
    /// <summary>The better first: by trade, contract, distance, then the newest.</summary>
    public static readonly IComparer<LeadMatch> Order = Comparer<LeadMatch>.Create((a, b) =>
        a.Trade != b.Trade ? a.Trade.CompareTo(b.Trade)
        : a.IsWantedContract != b.IsWantedContract ? (b.IsWantedContract == true).CompareTo(a.IsWantedContract == true)
        : a.Kilometres != b.Kilometres ? (a.Kilometres ?? double.MaxValue).CompareTo(b.Kilometres ?? double.MaxValue)
        : a.Post.AddedAt != b.Post.AddedAt ? b.Post.AddedAt.CompareTo(a.Post.AddedAt)
        : a.Post.Id.CompareTo(b.Post.Id));
}

/// <summary>
/// Which of the open posts suit a partner (correspondance). One must be of the trade: the same ROME code, words of the trade in
/// the title, or the same professional field (first three signs of the code). One must not lie beyond <see cref="Radius"/> of
/// where they think of living, nor start before their arrival, <see cref="Margin"/> less; what nobody knows excludes nothing.
/// Then come first: the trade, the contract that the project asks for, the distance, the newest.
/// </summary>
internal sealed class LeadMatcher
{
    /// <summary>In kilometres, as the crow flies.</summary>
    public const int Radius = 30;

    /// <summary>Calendar days before the arrival: one may start a little before the whole family has moved.</summary>
    public const int Margin = 31;

    private const int FieldLength = 3;
    private readonly Catalogue catalogue;
    private readonly ILookup<string, OpenPost> byCode, byField, byStem;
    private readonly Dictionary<string, Dictionary<string, double?>> distances = [];

    public LeadMatcher(IReadOnlyCollection<OpenPost> posts, Catalogue catalogue)
    {
        this.catalogue = catalogue;
        var known = posts.Where(p => p.RomeCode is not null).ToList();
        byCode = known.ToLookup(p => p.RomeCode!);
        byField = known.ToLookup(p => p.RomeCode![..FieldLength]);
        byStem = posts.SelectMany(p => TradeWords.StemsOf(p.Title).Select(stem => (Stem: stem, Post: p))).ToLookup(p => p.Stem, p => p.Post);
    }

    /// <summary>The first day on which a post may start for whoever arrives that day.</summary>
    public static DateOnly? EarliestStart(DateOnly? arrivesOn) => arrivesOn?.AddDays(-Margin);

    /// <summary>All that suit, in no order: see <see cref="LeadMatch.Order"/>.</summary>
    /// <param name="known">Posts that the person has already.</param>
    public IReadOnlyList<LeadMatch> Find(Seeker seeker, IReadOnlySet<Guid> known)
    {
        var (earliest, wanted, found, seen) = (EarliestStart(seeker.ArrivesOn), Wanted(seeker.Project), new List<LeadMatch>(), new HashSet<Guid>());
        foreach (var (post, trade) in OfTrade(seeker))
        {
            var kilometres = DistanceOf(seeker.InseeCode, post.InseeCode);
            if (kilometres is null or <= Radius && !(post.StartsOn < earliest) && !known.Contains(post.Id) && seen.Add(post.Id))
            {
                found.Add(new LeadMatch(post, trade, kilometres, wanted?.Contains(post.Contract)));
            }
        }

        return found;
    }

    /// <summary>Codes of the posts whose titles speak of a trade as a person writes it, those of most posts first, with one of the titles.</summary>
    public IReadOnlyList<(string Code, string Title)> CodesFor(string? profession, int most) =>
        [.. TradeWords.StemsOf(profession ?? "").SelectMany(stem => byStem[stem]).Where(p => p.RomeCode is not null).DistinctBy(p => p.Id)
            .GroupBy(p => p.RomeCode!).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(most)
            .Select(g => (g.Key, g.OrderByDescending(p => p.AddedAt).ThenBy(p => p.Id).First().Title))];

    /// <summary>The nearest to the trade first; a post may come again as something less near.</summary>
    private IEnumerable<(OpenPost Post, TradeMatch Trade)> OfTrade(Seeker seeker)
    {
        foreach (var post in seeker.RomeCode is { } code ? byCode[code] : [])
        {
            yield return (post, TradeMatch.SameCode);
        }

        foreach (var post in TradeWords.StemsOf(seeker.Profession ?? "").SelectMany(stem => byStem[stem]))
        {
            yield return (post, TradeMatch.SameWords);
        }

        foreach (var post in seeker.RomeCode is { } field ? byField[field[..FieldLength]] : [])
        {
            yield return (post, TradeMatch.SameField);
        }
    }

    private double? DistanceOf(string? home, string place)
    {
        if (home is null)
        {
            return null;
        }

        if (!distances.TryGetValue(home, out var from))
        {
            distances[home] = from = catalogue.Communes.TryGetValue(home, out var commune)
                ? catalogue.CommunesByName.ToDictionary(c => c.InseeCode, c => c == commune ? 0 : Catalogue.Distance(commune, c))
                : [];
        }

        return from.GetValueOrDefault(place);
    }

    private static JobContract[]? Wanted(SpouseProject? project) => project switch
    {
        SpouseProject.Employment => [JobContract.Permanent, JobContract.FixedTerm, JobContract.Temporary, JobContract.PublicService],
        SpouseProject.PublicService => [JobContract.PublicService],
        SpouseProject.OwnBusiness => [JobContract.SelfEmployed],
        SpouseProject.Training => [JobContract.Apprenticeship],
        _ => null,
    };
}
