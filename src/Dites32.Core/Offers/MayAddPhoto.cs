using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>
/// Asked before a photo is read, so that nobody else's is decoded. Errors: offer.not-found, offer.ended, and what is wrong
/// with the description.
/// </summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record MayAddPhoto(Guid OfferId, string? Description) : IQuery<Result>;

internal sealed class MayAddPhotoHandler(AppDbContext db, Actor actor) : IRequestHandler<MayAddPhoto, Result>
{
    public async Task<Result> Handle(MayAddPhoto query, CancellationToken cancellationToken)
    {
        var offer = await db.Offers.ManageableBy(db, actor).AsNoTracking().SingleOrDefaultAsync(o => o.Id == query.OfferId, cancellationToken);
        if (offer is null)
        {
            return OfferErrors.NotFound;
        }

        return (offer.MayBeEdited.Error ?? PhotoErrors.OfDescription(OfferPhoto.CleanDescription(query.Description))) is { } error
            ? error
            : Result.Success;
    }
}
