using Dites32.Core.Data;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>
/// An offer for everybody: open, or closed after having been on line, with others like it. What was never published is not found.
/// </summary>
[AllowEveryone]
public sealed record ViewOffer(int Number) : IQuery<Result<ViewedOffer>>;

/// <param name="Similar">For a closed offer.</param>
public sealed record ViewedOffer(OfferSheetModel Sheet, IReadOnlyList<OfferCard> Similar);

internal sealed class ViewOfferHandler(
    AppDbContext db, OfferSheets sheets, OfferPages pages, CatalogueCache catalogues, TimeProvider clock)
    : IRequestHandler<ViewOffer, Result<ViewedOffer>>
{
    private const int MostSimilar = 5;

    private static readonly Func<AppDbContext, int, CancellationToken, Task<Offer?>> Published = EF.CompileAsyncQuery(
        (AppDbContext db, int number, CancellationToken stop) => db.Offers.AsNoTracking().SingleOrDefault(o =>
            o.Number == number && o.PublishedAt != null && o.Status != OfferStatus.Draft && o.Status != OfferStatus.ToModerate));

    public async Task<Result<ViewedOffer>> Handle(ViewOffer query, CancellationToken cancellationToken) =>
        await pages.GetAsync(query.Number, stop => ReadAsync(query.Number, stop), cancellationToken);

    private async Task<Result<ViewedOffer>> ReadAsync(int number, CancellationToken cancellationToken)
    {
        var offer = await Published(db, number, cancellationToken);
        if (offer is null)
        {
            return OfferErrors.NotFound;
        }

        return new ViewedOffer(
            await sheets.OfAsync(offer, cancellationToken),
            offer.IsOpen(clock.Today()) ? [] : await SimilarAsync(offer, cancellationToken));
    }

    /// <summary>The same specialty or a kind of the same family; those of the same EPCI first, which an anonymous offer shows too.</summary>
    private async Task<IReadOnlyList<OfferCard>> SimilarAsync(Offer offer, CancellationToken cancellationToken)
    {
        var (now, today) = (clock.GetUtcNow(), clock.Today());
        var catalogue = await catalogues.GetAsync(cancellationToken);
        OfferKind[] family = [.. OfferKinds.All.Where(kind => kind.Family() == offer.Kind.Family())];
        var rows = await db.Offers.OpenOn(today)
            .Where(o => (offer.SpecialtyCode != null && o.SpecialtyCode == offer.SpecialtyCode) || family.Contains(o.Kind))
            .OrderByDescending(o => o.EpciCode == offer.EpciCode)
            .ThenByDescending(o => o.SpecialtyCode == offer.SpecialtyCode)
            .ThenByDescending(o => o.PublishedAt).ThenByDescending(o => o.Id)
            .Take(MostSimilar).Select(OfferMatching.ToRow).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => row.ToCard(catalogue, now, today));
    }
}
