using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>
/// Rewrites the descriptions of an offer's photos, and moves or removes the one that a button names. Sent twice, it is done
/// once. Errors: invalid (by field), offer.not-found, offer.ended, offer.changed-by, changed-meanwhile.
/// </summary>
/// <param name="Version">The version that the form was drawn from.</param>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record ArrangePhotos(Guid OfferId, uint Version, PhotosForm Form) : ICommand<Result>, IAbout, IVersioned
{
    Subject IAbout.Subject => new(SubjectKind.Offer, OfferId);
}

internal sealed class ArrangePhotosHandler(AppDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<ArrangePhotos, Result>
{
    public async Task<Result> Handle(ArrangePhotos command, CancellationToken cancellationToken)
    {
        var offer = await db.Offers.ManageableBy(db, actor).SingleOrDefaultAsync(o => o.Id == command.OfferId, cancellationToken);
        if (offer is null)
        {
            return OfferErrors.NotFound;
        }

        if (offer.MayBeEdited.Error is { } ended)
        {
            return ended;
        }

        var errors = new FieldErrors();
        var asked = Read(errors, offer.Photos, command.Form);
        if (errors.Error is { } error)
        {
            return error;
        }

        if (asked is not null && asked.SequenceEqual(offer.Photos))
        {
            return Result.Success;
        }

        if (db.VersionOf(offer) != command.Version)
        {
            return await db.SayWhoChangedAsync(offer.Id, cancellationToken);
        }

        var removed = offer.Photos.Where(p => p.Hash == command.Form.Remove).ToList();
        if (asked is null || asked.Count + removed.Count != offer.Photos.Count)
        {
            return SharedErrors.ChangedMeanwhile;
        }

        db.OfferPhotoFiles.RemoveRange(removed.Select(p => OfferPhotoFile.Named(offer.Id, p.Hash)));
        return offer.ChangePhotos(asked, What(offer.Photos, asked), actor.RequiredAccountId, clock.GetUtcNow());
    }

    /// <summary>The photos as the form wants them; null when it names one that is not there, or one twice.</summary>
    private static List<OfferPhoto>? Read(FieldErrors errors, IReadOnlyList<OfferPhoto> photos, PhotosForm form)
    {
        var asked = new List<OfferPhoto>();
        foreach (var (index, row) in form.Photos.Index().Where(r => r.Item?.Hash != form.Remove))
        {
            var photo = photos.FirstOrDefault(p => p.Hash == row?.Hash);
            if (photo is null || asked.Exists(p => p.Hash == photo.Hash))
            {
                return null;
            }

            var description = OfferPhoto.CleanDescription(row!.Description);
            if (PhotoErrors.OfDescription(description) is { } wrong)
            {
                errors.Add($"Photos[{index}].Description", wrong.Message);
            }

            asked.Add(photo with { Description = description });
        }

        Move(asked, form.Up, -1);
        Move(asked, form.Down, +1);
        return asked;
    }

    private static void Move(List<OfferPhoto> photos, string? hash, int step)
    {
        var from = photos.FindIndex(p => p.Hash == hash);
        if (from >= 0 && from + step >= 0 && from + step < photos.Count)
        {
            (photos[from], photos[from + step]) = (photos[from + step], photos[from]);
        }
    }

    private static string What(IReadOnlyList<OfferPhoto> before, List<OfferPhoto> after)
    {
        var kept = before.Where(p => after.Exists(a => a.Hash == p.Hash)).ToList();
        return string.Join(", ", new[]
        {
            after.Count < before.Count ? "photo retirée" : null,
            kept.Select(p => p.Hash).SequenceEqual(after.Select(p => p.Hash)) ? null : "ordre",
            kept.TrueForAll(p => after.Exists(a => a.Hash == p.Hash && a.Description == p.Description)) ? null : "description",
        }.OfType<string>());
    }
}
