namespace Dites32.Core.Offers;

/// <summary>What a recruiter writes of an offer.</summary>
internal sealed record OfferText
{
    public required Guid SiteId { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public string? SpecialtyCode { get; init; }
    public DateOnly? StartsOn { get; init; }
    public IReadOnlyList<DateRange> Ranges { get; init; } = [];
    public required DateOnly ClosesOn { get; init; }
    public required Guid ReferentId { get; init; }
    public string? ContactPhone { get; init; }
    public bool IsAnonymous { get; init; }
    public string? CdgNumber { get; init; }
    public DateOnly? CdgPublishedOn { get; init; }
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>();

    /// <summary>The French names of what differs from the offer as it stands, for its history.</summary>
    public IReadOnlyList<string> DifferencesWith(Offer offer)
    {
        var changed = new List<string>();
        void Compare(bool same, string name)
        {
            if (!same)
            {
                changed.Add(name);
            }
        }

        Compare(SiteId == offer.SiteId, "structure");
        Compare(Title == offer.Title, "titre");
        Compare(Description == offer.Description, "description");
        Compare(SpecialtyCode == offer.SpecialtyCode, "spécialité");
        Compare(StartsOn == offer.StartsOn || offer.Kind.HasDateRanges(), "début");
        Compare(Ranges.SequenceEqual(offer.Ranges), "dates");
        Compare(ClosesOn == offer.ClosesOn, "date limite");
        Compare(ReferentId == offer.ReferentId && ContactPhone == offer.ContactPhone, "contact");
        Compare(IsAnonymous == offer.IsAnonymous, "anonymat");
        Compare(CdgNumber == offer.CdgNumber && CdgPublishedOn == offer.CdgPublishedOn, "déclaration au centre de gestion");
        changed.AddRange(OfferFields.All
            .Where(f => Details.GetValueOrDefault(f.Code) != offer.Details.GetValueOrDefault(f.Code))
            .Select(f => f.Label.ToLowerInvariant()));
        return changed;
    }
}
