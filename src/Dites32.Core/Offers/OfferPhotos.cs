using Dites32.Core.Shared;

namespace Dites32.Core.Offers;

/// <content>Its photos.</content>
internal sealed partial class Offer
{
    /// <summary>In the order of the page; their pixels are rows of <see cref="OfferPhotoFile"/>, so that reading an offer reads none.</summary>
    public IReadOnlyList<OfferPhoto> Photos { get; private set; } = [];

    /// <param name="what">For the history.</param>
    public Result ChangePhotos(IReadOnlyList<OfferPhoto> photos, string what, Guid author, DateTimeOffset now)
    {
        if ((MayBeEdited.Error ?? (photos.Count > OfferPhoto.MaxPerOffer ? PhotoErrors.TooMany : null)) is { } error)
        {
            return error;
        }

        (Photos, ChangedAt) = (photos, now);
        Log(OfferEventKind.PhotosChanged, author, now, what);
        return Result.Success;
    }

    /// <summary>The photos of the offer that this draft is a copy of, with its files; the answer is the files to keep.</summary>
    public IEnumerable<OfferPhotoFile> TakePhotosOf(Offer original, IEnumerable<OfferPhotoFile> files, DateTimeOffset now)
    {
        Photos = original.Photos;
        return files.Select(file => file.CopyFor(Id, now));
    }
}
