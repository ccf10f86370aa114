using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>The photos of an offer, for its recruiter. Errors: offer.not-found.</summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record GetPhotos(Guid OfferId) : IQuery<Result<OfferPhotos>>;

/// <param name="IsAnonymous">They are kept, and nobody else sees them.</param>
/// <param name="Ended">Why they cannot be changed any more, or null.</param>
public sealed record OfferPhotos(
    Guid OfferId, string OfferTitle, OfferStatus Status, bool IsAnonymous, uint Version, Error? Ended, IReadOnlyList<OfferPhoto> Photos)
{
    public bool CanBeArranged => Ended is null && Photos.Count > 0;
}

internal sealed class GetPhotosHandler(AppDbContext db, Actor actor) : IRequestHandler<GetPhotos, Result<OfferPhotos>>
{
    public async Task<Result<OfferPhotos>> Handle(GetPhotos query, CancellationToken cancellationToken)
    {
        var offer = await db.Offers.ManageableBy(db, actor).SingleOrDefaultAsync(o => o.Id == query.OfferId, cancellationToken);
        return offer is null
            ? OfferErrors.NotFound
            : new OfferPhotos(offer.Id, offer.Title, offer.Status, offer.IsAnonymous, db.VersionOf(offer), offer.MayBeEdited.Error, offer.Photos);
    }
}
