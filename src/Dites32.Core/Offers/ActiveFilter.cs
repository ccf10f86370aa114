using Dites32.Core.Shared;

namespace Dites32.Core.Offers;

/// <param name="Label">« À moins de 20 km de Auch (32000) »</param>
/// <param name="Without">The same search without this filter.</param>
public sealed record ActiveFilter(string Label, OfferSearch Without);

internal static class ActiveFilters
{
    public static IReadOnlyList<ActiveFilter> Of(OfferTerms terms)
    {
        var search = terms.Search;
        var filters = new List<ActiveFilter>();
        Add(search.Text, $"«\u00a0{search.Text}\u00a0»", search with { Text = "" });
        Add(search.Specialty, terms.Specialty?.Label, search with { Specialty = "" });
        Add(search.Type, terms.Type?.Label, search with { Type = "" });
        Add(search.Place, terms.Place is { Radius: > 0 and var radius } ? $"À moins de {radius}\u00a0km\u00a0: {search.Place}" : search.Place,
            search with { Place = "", Radius = "", Sort = terms.Sort == OfferSort.Nearest ? "" : search.Sort });
        if (terms.From is { } from && terms.To is { } to)
        {
            Add(search.From, $"Du {from.InWords()} au {to.InWords()}", search with { From = "", To = "" });
        }
        else
        {
            Add(search.From, $"À partir du {terms.From?.InWords()}", search with { From = "" });
            Add(search.To, $"Jusqu'au {terms.To?.InWords()}", search with { To = "" });
        }

        Add(search.Housing, "Avec logement", search with { Housing = "" });
        Add(search.Zone, ZoneLabel(search.Zone), search with { Zone = "" });
        return filters;

        void Add(string value, string? label, OfferSearch without)
        {
            if (value.Length > 0)
            {
                filters.Add(new ActiveFilter(label ?? value, without));
            }
        }
    }

    private static string? ZoneLabel(string zone) => OfferFields.Find("zone")!.Choices.FirstOrDefault(c => c.Value == zone).Label;
}
