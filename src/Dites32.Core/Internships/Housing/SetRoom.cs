using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Housing;

/// <summary>Adds a room to a dwelling; sent again, it is one room. Errors: housing.not-found, housing.room-name-taken, housing.too-many-rooms, invalid.</summary>
/// <param name="MonthlyRent">In whole euros, charges included.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record AddRoom(Guid SubmissionId, Guid DwellingId, string? Name, string? MonthlyRent) : ICommand<Result>, ISubmission, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Dwelling, DwellingId);
}

/// <summary>
/// Puts a room right, closes it or opens it again; who sleeps there stays. Errors: housing.room-not-found,
/// housing.room-name-taken, changed-meanwhile, invalid.
/// </summary>
/// <param name="Version">Of the room as the coordinator saw it.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record CorrectRoom(Guid RoomId, uint Version, string? Name, string? MonthlyRent, bool IsOpen) : ICommand<Result>, IVersioned;

internal sealed class SetRoomHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<AddRoom, Result>, IRequestHandler<CorrectRoom, Result>
{
    public async Task<Result> Handle(AddRoom command, CancellationToken cancellationToken)
    {
        var read = Read(command.Name, command.MonthlyRent);
        if (read.Error is not null)
        {
            return read.Error;
        }

        if (command.SubmissionId == Guid.Empty)
        {
            return SharedErrors.PageTooOld;
        }

        if (!await db.Dwellings.AnyAsync(d => d.Id == command.DwellingId, cancellationToken))
        {
            return HousingErrors.NotFound;
        }

        var rooms = await db.Rooms.Where(r => r.DwellingId == command.DwellingId).Select(r => r.Id).ToListAsync(cancellationToken);
        if (rooms.Contains(command.SubmissionId))
        {
            return Result.Success;
        }

        if (rooms.Count >= Dwelling.MaxRooms)
        {
            return HousingErrors.TooManyRooms;
        }

        db.Add(Room.Of(command.SubmissionId, command.DwellingId, read.Value.Name, read.Value.Rent));
        return Result.Success;
    }

    public async Task<Result> Handle(CorrectRoom command, CancellationToken cancellationToken)
    {
        if (await db.Rooms.SingleOrDefaultAsync(r => r.Id == command.RoomId, cancellationToken) is not { } room)
        {
            return HousingErrors.RoomNotFound;
        }

        if (db.Entry(room).Property<uint>("Version").CurrentValue != command.Version)
        {
            return SharedErrors.ChangedMeanwhile;
        }

        var read = Read(command.Name, command.MonthlyRent);
        if (read.Error is null)
        {
            room.Correct(read.Value.Name, read.Value.Rent, command.IsOpen, clock.GetUtcNow());
        }

        return read.Error ?? Result.Success;
    }

    private static Result<(string Name, int Rent)> Read(string? typedName, string? typedRent)
    {
        var errors = new FieldErrors();
        var name = errors.Text(nameof(AddRoom.Name), typedName, Room.MaxNameLength);
        errors.Require(name.Length > 0, nameof(AddRoom.Name), "Nommez la chambre, par exemple «\u00a0Chambre 2, à l'étage\u00a0».");
        var rent = InternshipFormReader.Whole(typedRent);
        errors.Require(rent is >= 0 and <= Room.MaxRent, nameof(AddRoom.MonthlyRent), $"Écrivez un loyer en euros entiers, de 0 à {Room.MaxRent.ToString("N0", Clock.French)}.");
        return errors.Error is { } error ? error : (name, rent!.Value);
    }
}
