using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>An offer exactly as the public reads it or will read it. Errors: offer.not-found.</summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record PreviewOffer(Guid OfferId) : IQuery<Result<OfferPreview>>;

/// <param name="SiteName">The site, also of an anonymous offer: for the recruiter's own eyes, outside the sheet.</param>
public sealed record OfferPreview(Guid Id, uint Version, string SiteName, OfferSheetModel Sheet);

internal sealed class PreviewOfferHandler(AppDbContext db, OfferSheets sheets, Actor actor) : IRequestHandler<PreviewOffer, Result<OfferPreview>>
{
    public async Task<Result<OfferPreview>> Handle(PreviewOffer query, CancellationToken cancellationToken)
    {
        var offer = await db.Offers.ManageableBy(db, actor).SingleOrDefaultAsync(o => o.Id == query.OfferId, cancellationToken);
        return offer is null
            ? OfferErrors.NotFound
            : new OfferPreview(
                offer.Id, db.VersionOf(offer), (await db.OfferSiteAsync(offer.SiteId, cancellationToken)).Name,
                await sheets.OfAsync(offer, cancellationToken));
    }
}
