using Dites32.Core.Data;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Housing;

/// <summary>
/// Asked before a photo is read, so that nobody else's is decoded. Errors: housing.not-found, photo.too-many, and what is
/// wrong with the description.
/// </summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record MayAddDwellingPhoto(Guid DwellingId, string? Description) : IQuery<Result>;

/// <summary>Adds a photo to a dwelling; the same one sent again is a success. Errors: housing.not-found, photo.too-many, and what is wrong with the description.</summary>
/// <param name="Description">What one sees on it.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record AddDwellingPhoto(Guid DwellingId, string? Description, ReceivedPhoto Photo) : ICommand<Result>, ISubmission, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Dwelling, DwellingId);
    Guid ISubmission.SubmissionId => Photo.Id;
}

/// <summary>Takes a photo away. Errors: photo.not-found.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record RemoveDwellingPhoto(Guid DwellingId, string? Hash) : ICommand<Result>, IRunsAgain, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Dwelling, DwellingId);
}

/// <summary>A photo of a dwelling, for coordinators and for interns. Errors: photo.not-found.</summary>
[AllowRoles(Role.InternshipCoordinator, Role.Candidate)]
public sealed record ViewDwellingPhoto(Guid DwellingId, string Hash, PhotoSize Size) : IQuery<Result<byte[]>>;

internal sealed class DwellingPhotosHandler(AppDbContext db, Actor actor, Space.InternAccess access, TimeProvider clock)
    : IRequestHandler<MayAddDwellingPhoto, Result>, IRequestHandler<AddDwellingPhoto, Result>, IRequestHandler<RemoveDwellingPhoto, Result>,
    IRequestHandler<ViewDwellingPhoto, Result<byte[]>>
{
    public async Task<Result> Handle(MayAddDwellingPhoto query, CancellationToken cancellationToken) =>
        !await db.Dwellings.AnyAsync(d => d.Id == query.DwellingId, cancellationToken) ? HousingErrors.NotFound
        : PhotoErrors.OfDescription(OfferPhoto.CleanDescription(query.Description)) is { } wrong ? wrong
        : await db.DwellingPhotos.CountAsync(p => p.DwellingId == query.DwellingId, cancellationToken) >= Dwelling.MaxPhotos ? HousingErrors.TooManyPhotos
        : Result.Success;

    public async Task<Result> Handle(AddDwellingPhoto command, CancellationToken cancellationToken)
    {
        if (await db.DwellingPhotos.AnyAsync(p => p.DwellingId == command.DwellingId && p.Hash == command.Photo.Hash, cancellationToken))
        {
            return Result.Success;
        }

        var may = await Handle(new MayAddDwellingPhoto(command.DwellingId, command.Description), cancellationToken);
        if (may.Error is null)
        {
            db.Add(DwellingPhoto.Of(command.DwellingId, command.Photo, OfferPhoto.CleanDescription(command.Description), clock.GetUtcNow()));
        }

        return may;
    }

    public async Task<Result> Handle(RemoveDwellingPhoto command, CancellationToken cancellationToken)
    {
        if (await db.DwellingPhotos.SingleOrDefaultAsync(p => p.DwellingId == command.DwellingId && p.Hash == command.Hash, cancellationToken) is not { } photo)
        {
            return PhotoErrors.NotFound;
        }

        db.Remove(photo);
        return Result.Success;
    }

    public async Task<Result<byte[]>> Handle(ViewDwellingPhoto query, CancellationToken cancellationToken)
    {
        if (!actor.Is(Role.InternshipCoordinator) && await access.FindAsync(cancellationToken) is null)
        {
            return PhotoErrors.NotFound;
        }

        var photos = db.DwellingPhotos.Where(p => p.DwellingId == query.DwellingId && p.Hash == query.Hash);
        return await (query.Size == PhotoSize.Small ? photos.Select(p => p.Small) : photos.Select(p => p.Large)).SingleOrDefaultAsync(cancellationToken) is { } bytes
            ? bytes
            : PhotoErrors.NotFound;
    }
}
