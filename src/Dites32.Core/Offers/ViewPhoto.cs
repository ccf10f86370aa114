using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>
/// A photo of an offer for everybody: while the offer is open and named. A photo tells where it was taken: those of an
/// anonymous offer are not found. Errors: photo.not-found.
/// </summary>
[AllowEveryone]
public sealed record ViewPhoto(int Number, string Hash, PhotoSize Size) : IQuery<Result<byte[]>>;

internal sealed class ViewPhotoHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<ViewPhoto, Result<byte[]>>
{
    public async Task<Result<byte[]>> Handle(ViewPhoto query, CancellationToken cancellationToken) =>
        await db.Offers.OpenOn(clock.Today()).Where(o => o.Number == query.Number && !o.IsAnonymous)
            .PhotoAsync(db, query.Hash, query.Size, cancellationToken) is { } bytes ? bytes : PhotoErrors.NotFound;
}

internal static class OfferPhotoFiles
{
    /// <summary>Null when none of these offers has this photo.</summary>
    public static Task<byte[]?> PhotoAsync(
        this IQueryable<Offer> offers, AppDbContext db, string hash, PhotoSize size, CancellationToken cancellationToken)
    {
        var photos = offers.Join(db.OfferPhotoFiles, o => o.Id, p => p.OfferId, (o, p) => p).Where(p => p.Hash == hash);
        return (size == PhotoSize.Small ? photos.Select(p => p.Small) : photos.Select(p => p.Large)).SingleOrDefaultAsync(cancellationToken);
    }
}
