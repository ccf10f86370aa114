using System.Globalization;
using Dites32.Core.Territory;

namespace Dites32.Core.Offers;

/// <summary>
/// Where a visitor looks. An anonymous offer is found through its EPCI only: to find it by commune or by distance
/// would tell where it is.
/// </summary>
internal sealed record SearchedPlace(string Label, IReadOnlyList<string> InseeCodes, IReadOnlyList<string> EpciCodes)
{
    /// <summary>Where distances are measured from; null for an EPCI or a postal code that several communes share.</summary>
    public CommuneInfo? Centre { get; private init; }
    public int Radius { get; private init; }
    public bool IsEpci => InseeCodes.Count == 0;

    public static SearchedPlace? Find(string text, string radius, Catalogue catalogue, List<string> remarks)
    {
        if (catalogue.FindCommune(text) is { } commune)
        {
            return Around(commune, ReadRadius(radius), catalogue, remarks);
        }

        var sharing = catalogue.CommunesByName.Where(c => c.PostalCodes.Contains(text)).ToList();
        var place = sharing.Count > 0
            ? new SearchedPlace(text, [.. sharing.Select(c => c.InseeCode)], [.. sharing.Select(c => c.EpciCode).Distinct()])
            : FindEpci(text, catalogue) is { } epci ? new SearchedPlace(epci.Name, [], [epci.Code]) : null;
        if (place is not null && ReadRadius(radius) > 0)
        {
            remarks.Add("La distance se compte autour d'une commune\u00a0: elle n'est pas prise en compte.");
        }

        return place;
    }

    private static SearchedPlace Around(CommuneInfo commune, int radius, Catalogue catalogue, List<string> remarks)
    {
        if (radius > 0 && commune.Latitude is null)
        {
            remarks.Add($"Nous ne connaissons pas encore la position de {commune.Name}\u00a0: la recherche porte sur la commune seule.");
            radius = 0;
        }

        return new SearchedPlace(commune.Label, radius > 0 ? catalogue.Within(commune.InseeCode, radius) : [commune.InseeCode], [commune.EpciCode])
        {
            Centre = commune.Latitude is null ? null : commune,
            Radius = radius,
        };
    }

    private static int ReadRadius(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var radius) && OfferSearch.Radii.Contains(radius) ? radius : 0;

    /// <summary>By its whole name, or without « CC du », « CA »…</summary>
    private static EpciInfo? FindEpci(string text, Catalogue catalogue)
    {
        var slug = Slug.Of(text);
        return slug.Length < 4 ? null : catalogue.EpcisByName.FirstOrDefault(epci =>
            Slug.Of(epci.Name) is var name && (name == slug || name.EndsWith($"-{slug}", StringComparison.Ordinal)));
    }
}
