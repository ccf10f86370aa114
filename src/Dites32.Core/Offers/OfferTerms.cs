using System.Globalization;
using Dites32.Core.Shared;
using Dites32.Core.Territory;

namespace Dites32.Core.Offers;

internal enum OfferSort { Newest, SoonestStart, SoonestClosing, Nearest }

/// <summary>What a search means, once its texts are understood; what is not understood is left out, and said.</summary>
internal sealed record OfferTerms
{
    private const int MaxTextLength = 200;

    /// <summary>The same search without what means nothing, written in one way only.</summary>
    public required OfferSearch Search { get; init; }

    /// <summary>Sentences about what was left out.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }
    public int? Number { get; init; }
    public SpecialtyInfo? Specialty { get; init; }
    public OfferType? Type { get; init; }
    public SearchedPlace? Place { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public OfferSort Sort { get; init; }

    public static OfferTerms Read(OfferSearch typed, Catalogue catalogue)
    {
        if (typed == OfferSearch.Everything)
        {
            return new OfferTerms { Search = typed, Remarks = [] };
        }

        var remarks = new List<string>();
        var text = typed.Text.Length > MaxTextLength ? typed.Text[..MaxTextLength].TrimEnd() : typed.Text;
        var specialty = typed.Specialty.Length == 0 ? null : catalogue.Specialties.GetValueOrDefault(typed.Specialty);
        Remark(typed.Specialty, specialty, "Spécialité inconnue");
        var type = typed.Type.Length == 0 ? null : OfferTypes.Find(typed.Type);
        Remark(typed.Type, type, "Type d'offre inconnu");
        var place = typed.Place.Length == 0 ? null : SearchedPlace.Find(typed.Place, typed.Radius, catalogue, remarks);
        Remark(typed.Place, place, "Lieu inconnu dans le Gers");
        var from = ReadDay(typed.From);
        Remark(typed.From, from, "Date non comprise");
        var to = ReadDay(typed.To);
        Remark(typed.To, to, "Date non comprise");
        if (from > to)
        {
            remarks.Add("La seconde date précède la première\u00a0: elle n'est pas prise en compte.");
            to = null;
        }

        var zone = typed.Zone is "zip" or "zac" or "hz" ? typed.Zone : "";
        Remark(typed.Zone, zone.Length > 0 ? zone : null, "Zonage inconnu");
        var sort = typed.Sort switch
        {
            OfferSearch.SoonestStart => OfferSort.SoonestStart,
            OfferSearch.SoonestClosing => OfferSort.SoonestClosing,
            OfferSearch.Nearest => OfferSort.Nearest,
            _ => OfferSort.Newest,
        };
        if (sort == OfferSort.Nearest && place?.Centre is null)
        {
            remarks.Add("Pour trier par distance, indiquez une commune.");
            sort = OfferSort.Newest;
        }

        return new OfferTerms
        {
            Number = OfferReference.Read(text),
            Specialty = specialty,
            Type = type,
            Place = place,
            From = from,
            To = to,
            Sort = sort,
            Remarks = remarks,
            Search = new OfferSearch
            {
                Text = text,
                Specialty = specialty?.Code ?? "",
                Type = type?.Code ?? "",
                Place = place?.Label ?? "",
                Radius = place is { Radius: > 0 } ? place.Radius.ToString(CultureInfo.InvariantCulture) : "",
                From = from?.ForMachines() ?? "",
                To = to?.ForMachines() ?? "",
                Housing = typed.Housing == "oui" ? "oui" : "",
                Zone = zone,
                Sort = sort == OfferSort.Newest ? "" : typed.Sort,
            },
        };

        void Remark(string written, object? understood, string reason)
        {
            if (written.Length > 0 && understood is null)
            {
                remarks.Add($"{reason}\u00a0: «\u00a0{PlainText.Excerpt(written, 60)}\u00a0».");
            }
        }
    }

    private static DateOnly? ReadDay(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
