using Dites32.Core.Territory;

namespace Dites32.Core.Offers;

/// <summary>An offer in a list. That of an anonymous offer holds nothing of its commune.</summary>
/// <param name="Place">The commune, or the EPCI of an anonymous offer.</param>
/// <param name="PlaceDetail">« (32000) – CA Grand Auch… »; null for an anonymous offer.</param>
/// <param name="DaysLeft">Until the last day on which one may apply; 0 on that day.</param>
/// <param name="Kilometres">From the commune searched; null where it is not to be known.</param>
public sealed record OfferCard(
    int Number, string Slug, string Title, OfferKind Kind, string? Specialty, string Place, string? PlaceDetail, DateOnly? StartsOn,
    DateOnly? EndsOn, bool HasHousing, string? Zone, DateTimeOffset PublishedAt, bool IsNew, DateOnly ClosesOn, int DaysLeft, int? Kilometres)
{
    public string Path => OfferReference.PathOf(Number, Slug);
}

/// <summary>The columns of a card: no join, the names come from memory.</summary>
internal sealed record OfferRow(
    int Number, string Slug, string Title, OfferKind Kind, string? SpecialtyCode, string InseeCode, string EpciCode, bool IsAnonymous,
    DateOnly? StartsOn, DateOnly? EndsOn, bool HasHousing, string? Zone, DateTimeOffset PublishedAt, DateOnly ClosesOn)
{
    private static readonly TimeSpan New = TimeSpan.FromDays(7);

    public OfferCard ToCard(Catalogue catalogue, DateTimeOffset now, DateOnly today, CommuneInfo? from = null)
    {
        var epci = catalogue.Epcis[EpciCode].Name;
        var commune = IsAnonymous ? null : catalogue.Communes[InseeCode];
        return new OfferCard(
            Number, Slug, Title, Kind, SpecialtyCode is null ? null : catalogue.Specialties[SpecialtyCode].Label,
            commune?.Name ?? epci, commune is null ? null : $"({commune.PostalCodes[0]}) – {epci}", StartsOn, EndsOn, HasHousing, Zone,
            PublishedAt, now - PublishedAt < New, ClosesOn, ClosesOn.DayNumber - today.DayNumber,
            from is null || commune is null ? null : (int?)Catalogue.Distance(from, commune));
    }
}
