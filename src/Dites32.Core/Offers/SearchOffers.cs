using System.Globalization;
using Dites32.Core.Data;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>
/// One page of the open offers, for everybody. It never fails: what a search holds that means nothing is left out and said.
/// </summary>
/// <param name="Page">As in the address; anything that is no page of the result gives the nearest one.</param>
[AllowEveryone]
public sealed record SearchOffers(OfferSearch Search, string? Page = null) : IQuery<Result<FoundOffers>>
{
    public const int PageSize = 20;
    public const int MostPages = OfferTally.Most / PageSize;
}

internal sealed class SearchOffersHandler(
    AppDbContext db, CatalogueCache catalogues, OfferPages pages, OfferTallies tallies, TimeProvider clock)
    : IRequestHandler<SearchOffers, Result<FoundOffers>>
{
    /// <summary>What most visitors open. The condition is that of <see cref="OfferAccess.OpenOn"/>, which cannot be compiled.</summary>
    private static readonly Func<AppDbContext, DateOnly, IAsyncEnumerable<OfferRow>> FirstPage = EF.CompileAsyncQuery(
        (AppDbContext db, DateOnly today) => db.Offers
            .Where(o => o.Status == OfferStatus.Published && o.ClosesOn >= today)
            .OrderByDescending(o => o.PublishedAt).ThenByDescending(o => o.Id)
            .Take(SearchOffers.PageSize)
            .Select(OfferMatching.ToRow));

    private static readonly Func<AppDbContext, DateOnly, int, IAsyncEnumerable<OfferRow>> LaterPage = EF.CompileAsyncQuery(
        (AppDbContext db, DateOnly today, int offset) => db.Offers
            .Where(o => o.Status == OfferStatus.Published && o.ClosesOn >= today)
            .OrderByDescending(o => o.PublishedAt).ThenByDescending(o => o.Id)
            .Skip(offset).Take(SearchOffers.PageSize)
            .Select(OfferMatching.ToRow));

    public async Task<Result<FoundOffers>> Handle(SearchOffers query, CancellationToken cancellationToken)
    {
        var page = ReadPage(query.Page);
        return await pages.GetAsync(query.Search, page, stop => FindAsync(query.Search, page, stop), cancellationToken);
    }

    private async Task<FoundOffers> FindAsync(OfferSearch typed, int page, CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var terms = OfferTerms.Read(typed, catalogue);
        var (now, today) = (clock.GetUtcNow(), clock.Today());
        var rows = await ReadAsync(page);
        var tally = await TallyAsync(terms, page, rows, today, cancellationToken);
        if (rows.Count == 0 && tally.Count > 0)
        {
            page = (tally.Count + SearchOffers.PageSize - 1) / SearchOffers.PageSize;
            rows = await ReadAsync(page);
        }
        else if (rows.Count == 0)
        {
            page = 1;
        }

        return new FoundOffers
        {
            Search = terms.Search,
            Remarks = terms.Remarks,
            Filters = ActiveFilters.Of(terms),
            Cards = rows.ConvertAll(row => row.ToCard(catalogue, now, today, terms.Place?.Centre)),
            Count = tally.Count,
            IsMore = tally.IsMore,
            Page = page,
            Points = tally.PointsIn(catalogue),
            Suggestions = tally.Count > 0 ? [] : await OfferSuggestions.FindAsync(db, terms, catalogue, today, cancellationToken),
            HasCentre = terms.Place?.Centre is not null,
            Catalogue = catalogue,
        };

        async Task<List<OfferRow>> ReadAsync(int number)
        {
            var offset = (int)Page<OfferRow>.Offset(number, SearchOffers.PageSize);
            var rows = terms.Search != OfferSearch.Everything
                ? db.Offers.OpenOn(today).Matching(terms).InOrder(terms, catalogue).Skip(offset).Take(SearchOffers.PageSize)
                    .Select(OfferMatching.ToRow).AsAsyncEnumerable()
                : number == 1 ? FirstPage(db, today) : LaterPage(db, today, offset);
            return await rows.ToListAsync(cancellationToken);
        }
    }

    /// <summary>A single page that is not full has been counted by reading it.</summary>
    private async Task<OfferTally> TallyAsync(
        OfferTerms terms, int page, List<OfferRow> rows, DateOnly today, CancellationToken cancellationToken)
    {
        if (page == 1 && rows.Count < SearchOffers.PageSize)
        {
            return OfferTally.Of(rows.GroupBy(row => row.IsAnonymous ? null : row.InseeCode).Select(g => (g.Key, g.Count())));
        }

        return await tallies.GetAsync(terms.Search, page, rows, stop => CountAsync(terms, today, stop), cancellationToken);
    }

    private async Task<OfferTally> CountAsync(OfferTerms terms, DateOnly today, CancellationToken cancellationToken)
    {
        var groups = await db.Offers.OpenOn(today).Matching(terms)
            .OrderByDescending(o => o.PublishedAt).ThenByDescending(o => o.Id)
            .Take(OfferTally.Most + 1)
            .GroupBy(o => o.IsAnonymous ? null : o.InseeCode)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return OfferTally.Of(groups.Select(g => (g.Key, g.Count)));
    }

    private static int ReadPage(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return 1;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var page)
            ? (int)Math.Clamp(page, 1, SearchOffers.MostPages)
            : text.Length > 18 && text.All(char.IsAsciiDigit) ? SearchOffers.MostPages : 1;
    }
}
