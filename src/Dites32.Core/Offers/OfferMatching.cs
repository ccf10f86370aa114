using System.Linq.Expressions;
using Dites32.Core.Territory;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace Dites32.Core.Offers;

/// <summary>A search as SQL.</summary>
internal static class OfferMatching
{
    public static readonly Expression<Func<Offer, OfferRow>> ToRow = o => new OfferRow(
        o.Number, o.Slug, o.Title, o.Kind, o.SpecialtyCode, o.InseeCode, o.EpciCode, o.IsAnonymous,
        o.StartsOn, o.EndsOn, o.HasHousing, o.Zone, o.PublishedAt!.Value, o.ClosesOn);

    public static IQueryable<Offer> Matching(this IQueryable<Offer> offers, OfferTerms terms)
    {
        offers = terms.Number is { } number ? offers.Where(o => o.Number == number) : offers.WithWords(terms.Search.Text);
        if (terms.Specialty is { Code: var specialty })
        {
            offers = offers.Where(o => o.SpecialtyCode == specialty);
        }

        if (terms.Type is { Kinds: var kinds })
        {
            offers = kinds is [var kind] ? offers.Where(o => o.Kind == kind) : offers.Where(o => kinds.Contains(o.Kind));
        }

        if (terms.Place is { } place)
        {
            offers = offers.In(place);
        }

        if (terms.From is not null || terms.To is not null)
        {
            var days = new NpgsqlRange<DateOnly>(
                terms.From ?? default, lowerBoundIsInclusive: true, lowerBoundInfinite: terms.From is null,
                terms.To ?? default, upperBoundIsInclusive: true, upperBoundInfinite: terms.To is null);
            offers = offers.Where(o => EF.Property<NpgsqlRange<DateOnly>[]>(o, OfferMapping.Days).Overlaps(days));
        }

        if (terms.Search.Housing.Length > 0)
        {
            offers = offers.Where(o => o.HasHousing);
        }

        return terms.Search.Zone is { Length: > 0 } zone ? offers.Where(o => o.Zone == zone) : offers;
    }

    /// <summary>To the last tie, so that no offer is on two pages or on none.</summary>
    public static IQueryable<Offer> InOrder(this IQueryable<Offer> offers, OfferTerms terms, Catalogue catalogue) => terms.Sort switch
    {
        OfferSort.SoonestStart => offers.OrderBy(o => o.StartsOn).ThenByDescending(o => o.Id), // without a date: last
        OfferSort.SoonestClosing => offers.OrderBy(o => o.ClosesOn).ThenByDescending(o => o.Id),
        OfferSort.Nearest => offers.NearestTo(terms.Place!.Centre!, catalogue),
        _ => offers.OrderByDescending(o => o.PublishedAt).ThenByDescending(o => o.Id),
    };

    /// <summary>
    /// The words stand in the statement itself: only so does PostgreSQL know, each time, whether they are rare (look for
    /// them) or frequent (walk the newest offers until the page is full).
    /// </summary>
    private static IQueryable<Offer> WithWords(this IQueryable<Offer> offers, string text) => text.Length == 0
        ? offers
        : offers.Where(o => EF.Property<NpgsqlTsVector>(o, OfferMapping.Search)
            .Matches(EF.Functions.WebSearchToTsQuery($"public.{OfferMapping.Configuration}", EF.Constant(text))));

    private static IQueryable<Offer> In(this IQueryable<Offer> offers, SearchedPlace place)
    {
        var (communes, epcis) = (place.InseeCodes, place.EpciCodes);
        return place.IsEpci
            ? offers.Where(o => epcis.Contains(o.EpciCode))
            : offers.Where(o => (!o.IsAnonymous && communes.Contains(o.InseeCode)) || (o.IsAnonymous && epcis.Contains(o.EpciCode)));
    }

    /// <summary>The anonymous ones last: their rank would tell how far they are.</summary>
    private static IQueryable<Offer> NearestTo(this IQueryable<Offer> offers, CommuneInfo centre, Catalogue catalogue)
    {
        string[] nearestFirst = [.. catalogue.Within(centre.InseeCode, int.MaxValue)];
        return offers
            .OrderBy(o => o.IsAnonymous ? int.MaxValue
                : nearestFirst.Contains(o.InseeCode) ? Array.IndexOf(nearestFirst, o.InseeCode) : int.MaxValue - 1)
            .ThenByDescending(o => o.PublishedAt).ThenByDescending(o => o.Id);
    }
}
