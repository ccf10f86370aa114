using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>
/// Adds a photo behind those of an offer. The same one sent again with the same description is a success. Errors:
/// offer.not-found, offer.ended, photo.too-many, photo.already-there, and what is wrong with the description.
/// </summary>
/// <param name="Description">What one sees on it.</param>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record AddPhoto(Guid OfferId, string? Description, ReceivedPhoto Photo) : ICommand<Result>, ISubmission, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Offer, OfferId);
    Guid ISubmission.SubmissionId => Photo.Id;
}

internal sealed class AddPhotoHandler(AppDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<AddPhoto, Result>
{
    public async Task<Result> Handle(AddPhoto command, CancellationToken cancellationToken)
    {
        var offer = await db.Offers.ManageableBy(db, actor).SingleOrDefaultAsync(o => o.Id == command.OfferId, cancellationToken);
        if (offer is null)
        {
            return OfferErrors.NotFound;
        }

        var description = OfferPhoto.CleanDescription(command.Description);
        if (PhotoErrors.OfDescription(description) is { } wrong)
        {
            return wrong;
        }

        var photo = new OfferPhoto(command.Photo.Hash, description, command.Photo.Width, command.Photo.Height);
        if (offer.Photos.FirstOrDefault(p => p.Hash == photo.Hash) is { } same)
        {
            return same == photo ? Result.Success : PhotoErrors.AlreadyThere;
        }

        var now = clock.GetUtcNow();
        var changed = offer.ChangePhotos([.. offer.Photos, photo], "photo ajoutée", actor.RequiredAccountId, now);
        if (changed.Error is null)
        {
            db.OfferPhotoFiles.Add(OfferPhotoFile.Of(offer.Id, command.Photo, now));
        }

        return changed;
    }
}
