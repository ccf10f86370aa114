using Dites32.Core.Data;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>What a feed reader has not seen yet: the newest open offers of a search, whatever the search sorts by.</summary>
[AllowEveryone]
public sealed record ListNewestOffers(OfferSearch Search) : IQuery<Result<OfferFeed>>
{
    public const int Most = 50;
}

/// <param name="Search">As it was understood.</param>
/// <param name="UpdatedAt">Null when it is empty.</param>
public sealed record OfferFeed(OfferSearch Search, IReadOnlyList<ActiveFilter> Filters, IReadOnlyList<OfferFeedEntry> Entries, DateTimeOffset? UpdatedAt);

/// <param name="Summary">The beginning of the description.</param>
public sealed record OfferFeedEntry(OfferCard Card, string Summary, DateTimeOffset UpdatedAt);

internal sealed class ListNewestOffersHandler(AppDbContext db, CatalogueCache catalogues, TimeProvider clock)
    : IRequestHandler<ListNewestOffers, Result<OfferFeed>>
{
    private const int SummaryLength = 300;

    public async Task<Result<OfferFeed>> Handle(ListNewestOffers query, CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var terms = OfferTerms.Read(query.Search with { Sort = "" }, catalogue);
        var (now, today) = (clock.GetUtcNow(), clock.Today());
        var rows = await db.Offers.OpenOn(today).Matching(terms).InOrder(terms, catalogue)
            .Take(ListNewestOffers.Most)
            .Select(o => new
            {
                Row = new OfferRow(
                    o.Number, o.Slug, o.Title, o.Kind, o.SpecialtyCode, o.InseeCode, o.EpciCode, o.IsAnonymous,
                    o.StartsOn, o.EndsOn, o.HasHousing, o.Zone, o.PublishedAt!.Value, o.ClosesOn),
                Text = o.Description.Substring(0, SummaryLength * 2),
                o.ChangedAt,
            })
            .ToListAsync(cancellationToken);
        var entries = rows.ConvertAll(r => new OfferFeedEntry(
            r.Row.ToCard(catalogue, now, today), PlainText.Excerpt(r.Text.ReplaceLineEndings(" "), SummaryLength), r.ChangedAt));
        return new OfferFeed(terms.Search, ActiveFilters.Of(terms), entries, entries.Count == 0 ? null : entries.Max(e => e.UpdatedAt));
    }
}
