using Dites32.Core.Data;
using Dites32.Core.Shared;

namespace Dites32.Core.Offers;

/// <summary>
/// Holds the pages of the public list for a moment, so that what many visitors open is read once. An offer saved by this
/// instance is seen at once, one saved by another as soon as the moment is over.
/// </summary>
internal sealed class OfferPages(TimeProvider clock, RowChanges changes, OfferPagesSettings settings)
{
    private const int MostKept = 512;

    private readonly ShortMemory<(OfferSearch Typed, int Page, DateOnly Day), FoundOffers> pages = new(clock, settings.Kept, MostKept);

    public ValueTask<FoundOffers> GetAsync(
        OfferSearch typed, int page, Func<CancellationToken, Task<FoundOffers>> find, CancellationToken cancellationToken) =>
        pages.GetAsync((typed, page, clock.Today()), changes.VersionOf<Offer>(), find, cancellationToken);
}

/// <param name="Kept"><c>Offers:ListKeptSeconds</c>: how long a page of the public list may be held; 0 reads each one.</param>
internal sealed record OfferPagesSettings(TimeSpan Kept);
