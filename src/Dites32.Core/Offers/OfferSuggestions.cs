using Dites32.Core.Data;
using Dites32.Core.Territory;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>What a visitor who found nothing may do instead.</summary>
/// <param name="Count">How many offers it gives, at most <see cref="Most"/>.</param>
public sealed record OfferSuggestion(string Label, OfferSearch Search, int Count)
{
    public const int Most = 100;
}

internal static class OfferSuggestions
{
    /// <summary>Each filter left out in turn, and the whole EPCI instead of the commune: those that give something, counted in one statement.</summary>
    public static async Task<IReadOnlyList<OfferSuggestion>> FindAsync(
        AppDbContext db, OfferTerms terms, Catalogue catalogue, DateOnly today, CancellationToken cancellationToken)
    {
        List<(string Label, OfferSearch Search)> wider = [.. ActiveFilters.Of(terms).Select(f => ($"Sans le critère {Quoted(f.Label)}", f.Without))];
        if (wider.Count == 1)
        {
            wider = [("Toutes les offres", OfferSearch.Everything)];
        }

        if (terms.Place is { IsEpci: false, EpciCodes: [var code] })
        {
            var epci = catalogue.Epcis[code].Name;
            wider.Insert(0, ($"Dans toute l'intercommunalité {epci}", terms.Search with
            {
                Place = epci,
                Radius = "",
                Sort = terms.Sort == OfferSort.Nearest ? "" : terms.Search.Sort,
            }));
        }

        if (wider.Count == 0)
        {
            return [];
        }

        var counts = await wider
            .Select((suggestion, index) => db.Offers.OpenOn(today).Matching(OfferTerms.Read(suggestion.Search, catalogue))
                .OrderBy(o => o.Id).Take(OfferSuggestion.Most).Select(o => index))
            .Aggregate((a, b) => a.Concat(b))
            .GroupBy(index => index)
            .Select(g => new { Index = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Index, g => g.Count, cancellationToken);
        return [.. wider.Select((s, index) => new OfferSuggestion(s.Label, s.Search, counts.GetValueOrDefault(index))).Where(s => s.Count > 0)];
    }

    private static string Quoted(string label) => label.StartsWith('«') ? label : $"«\u00a0{label}\u00a0»";
}
