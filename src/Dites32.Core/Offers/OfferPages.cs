using Dites32.Core.Accounts;
using Dites32.Core.Data;
using Dites32.Core.Shared;
using Dites32.Core.Territory;

namespace Dites32.Core.Offers;

/// <summary>
/// Holds the pages of the public list and the sheets of the offers for a moment, so that what many visitors open is read
/// once. What this instance saves is seen at once, what another saves as soon as the moment is over.
/// </summary>
internal sealed class OfferPages(TimeProvider clock, RowChanges changes, OfferPagesSettings settings)
{
    private const int MostKept = 512;

    private readonly ShortMemory<(OfferSearch Typed, int Page, DateOnly Day), FoundOffers> pages = new(clock, settings.Kept, MostKept);
    private readonly ShortMemory<(int Number, DateOnly Day), Result<ViewedOffer>> sheets = new(clock, settings.Kept, MostKept);

    public ValueTask<FoundOffers> GetAsync(
        OfferSearch typed, int page, Func<CancellationToken, Task<FoundOffers>> find, CancellationToken cancellationToken) =>
        pages.GetAsync((typed, page, clock.Today()), changes.VersionOf<Offer>(), find, cancellationToken);

    public ValueTask<Result<ViewedOffer>> GetAsync(
        int number, Func<CancellationToken, Task<Result<ViewedOffer>>> read, CancellationToken cancellationToken) =>
        sheets.GetAsync((number, clock.Today()), VersionOfSheets(), read, cancellationToken);

    /// <summary>Of all that a sheet is made from; each number only grows, and so does their sum.</summary>
    private int VersionOfSheets() =>
        changes.VersionOf<Offer>() + changes.VersionOf<Site>() + changes.VersionOf<Organisation>() + changes.VersionOf<Account>() + changes.VersionOf<Absence>();
}

/// <param name="Kept"><c>Offers:PagesKeptSeconds</c>: how long a page of the public list or the sheet of an offer may be held; 0 reads each one.</param>
internal sealed record OfferPagesSettings(TimeSpan Kept);
