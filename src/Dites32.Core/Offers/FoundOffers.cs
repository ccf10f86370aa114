using Dites32.Core.Territory;

namespace Dites32.Core.Offers;

/// <summary>One page of a search.</summary>
public sealed record FoundOffers
{
    /// <summary>As it was understood, for the addresses.</summary>
    public required OfferSearch Search { get; init; }
    public required IReadOnlyList<string> Remarks { get; init; }
    public required IReadOnlyList<ActiveFilter> Filters { get; init; }
    public required IReadOnlyList<OfferCard> Cards { get; init; }

    /// <summary>At most a thousand; <see cref="IsMore"/> says whether there are others.</summary>
    public required int Count { get; init; }
    public required bool IsMore { get; init; }
    public required int Page { get; init; }
    public int PageCount => Math.Max(1, (Count + SearchOffers.PageSize - 1) / SearchOffers.PageSize);

    /// <summary>Where the offers are, whatever the page; the anonymous ones are nowhere.</summary>
    public required IReadOnlyList<OfferPoint> Points { get; init; }

    /// <summary>When nothing was found.</summary>
    public IReadOnlyList<OfferSuggestion> Suggestions { get; init; } = [];

    /// <summary>A commune was searched from which distances can be measured.</summary>
    public bool HasCentre { get; init; }

    /// <summary>Of the names in the search form.</summary>
    public required Catalogue Catalogue { get; init; }
}

public sealed record OfferPoint(CommuneInfo Commune, int Count);
