using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;

namespace Dites32.Core.Offers;

/// <summary>A photo of an offer in any state, for its recruiter. Errors: photo.not-found.</summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record PreviewPhoto(Guid OfferId, string Hash, PhotoSize Size) : IQuery<Result<byte[]>>;

internal sealed class PreviewPhotoHandler(AppDbContext db, Actor actor) : IRequestHandler<PreviewPhoto, Result<byte[]>>
{
    public async Task<Result<byte[]>> Handle(PreviewPhoto query, CancellationToken cancellationToken) =>
        await db.Offers.ManageableBy(db, actor).Where(o => o.Id == query.OfferId)
            .PhotoAsync(db, query.Hash, query.Size, cancellationToken) is { } bytes ? bytes : PhotoErrors.NotFound;
}
