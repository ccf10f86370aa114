using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Housing;

/// <summary>
/// Gives an intern a room from a day to another, and tells them. Of two bookings of the same days one is refused, by the
/// database too. Sent again, it is one booking. Errors: intern.not-found, semester.not-found, housing.room-not-found,
/// housing.room-closed, housing.room-taken, housing.already-housed, housing.outside-semester, invalid.
/// </summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record BookRoom(Guid SubmissionId, Guid RoomId, Guid InternId, Guid SemesterId, string? StartsOn, string? EndsOn) : ICommand<Result>, ISubmission, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Intern, InternId);
}

/// <summary>Other days or another room, and tells the intern. Errors: as <see cref="BookRoom"/>, housing.booking-not-found, changed-meanwhile.</summary>
/// <param name="Version">Of the booking as the coordinator saw it.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record ChangeBooking(Guid BookingId, uint Version, Guid RoomId, string? StartsOn, string? EndsOn) : ICommand<Result>, IVersioned;

/// <summary>Takes a room back, and tells the intern; their request waits again. Errors: housing.booking-not-found.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record CancelBooking(Guid BookingId) : ICommand<Result>, IRunsAgain;

/// <summary>Answers a request that no room satisfies, in words the intern receives. Errors: housing.request-not-found, housing.has-booking, changed-meanwhile, invalid.</summary>
/// <param name="Version">Of the request as the coordinator saw it.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record DeclineHousingRequest(Guid RequestId, uint Version, string? Reason) : ICommand<Result>, IVersioned;

internal sealed class BookRoomHandler(AppDbContext db, HousingMails mails, TimeProvider clock)
    : IRequestHandler<BookRoom, Result>, IRequestHandler<ChangeBooking, Result>, IRequestHandler<CancelBooking, Result>, IRequestHandler<DeclineHousingRequest, Result>
{
    public async Task<Result> Handle(BookRoom command, CancellationToken cancellationToken)
    {
        if (command.SubmissionId == Guid.Empty)
        {
            return SharedErrors.PageTooOld;
        }

        if (await db.HousingBookings.AnyAsync(b => b.Id == command.SubmissionId, cancellationToken))
        {
            return Result.Success;
        }

        if (await db.Interns.SingleOrDefaultAsync(i => i.Id == command.InternId, cancellationToken) is not { } intern)
        {
            return InternErrors.NotFound;
        }

        if (await db.Semesters.SingleOrDefaultAsync(s => s.Id == command.SemesterId, cancellationToken) is not { } semester)
        {
            return SemesterErrors.NotFound;
        }

        var place = await OpenRoomAsync(command.RoomId, cancellationToken);
        if (place.Error is not null)
        {
            return place.Error;
        }

        var days = StayDays.Read(command.StartsOn, command.EndsOn);
        if (days.Error is not null)
        {
            return days.Error;
        }

        var isKnown = await db.HousingRequests.AnyAsync(r => r.InternId == intern.Id && r.SemesterId == semester.Id && r.IsKnownToFlatmates, cancellationToken);
        var booking = HousingBooking.Of(command.SubmissionId, command.RoomId, intern.Id, semester, days.Value.StartsOn, days.Value.EndsOn, isKnown);
        if (booking.Error is not null)
        {
            return booking.Error;
        }

        db.Add(booking.Value);
        await mails.BookedAsync(intern, booking.Value, place.Value.Room, place.Value.Dwelling, isChange: false, cancellationToken);
        return Result.Success;
    }

    public async Task<Result> Handle(ChangeBooking command, CancellationToken cancellationToken)
    {
        if (await db.HousingBookings.SingleOrDefaultAsync(b => b.Id == command.BookingId, cancellationToken) is not { } booking)
        {
            return HousingErrors.BookingNotFound;
        }

        if (db.Entry(booking).Property<uint>("Version").CurrentValue != command.Version)
        {
            return SharedErrors.ChangedMeanwhile;
        }

        var days = StayDays.Read(command.StartsOn, command.EndsOn);
        if (days.Error is not null)
        {
            return days.Error;
        }

        var place = await OpenRoomAsync(command.RoomId, cancellationToken);
        if (place.Error is not null && command.RoomId != booking.RoomId) // who sleeps in a closed room may stay longer
        {
            return place.Error;
        }

        var semester = await db.Semesters.SingleAsync(s => s.Id == booking.SemesterId, cancellationToken);
        if (booking.Change(command.RoomId, days.Value.StartsOn, days.Value.EndsOn, semester).Error is { } error)
        {
            return error;
        }

        if (db.Entry(booking).State == EntityState.Modified)
        {
            var room = await db.Rooms.SingleAsync(r => r.Id == command.RoomId, cancellationToken);
            var dwelling = await db.Dwellings.SingleAsync(d => d.Id == room.DwellingId, cancellationToken);
            var intern = await db.Interns.SingleAsync(i => i.Id == booking.InternId, cancellationToken);
            await mails.BookedAsync(intern, booking, room, dwelling, isChange: true, cancellationToken);
        }

        return Result.Success;
    }

    public async Task<Result> Handle(CancelBooking command, CancellationToken cancellationToken)
    {
        if (await db.HousingBookings.SingleOrDefaultAsync(b => b.Id == command.BookingId, cancellationToken) is not { } booking)
        {
            return HousingErrors.BookingNotFound;
        }

        db.Remove(booking);
        if (booking.EndsOn >= clock.Today())
        {
            await mails.CancelledAsync(await db.Interns.SingleAsync(i => i.Id == booking.InternId, cancellationToken), booking, cancellationToken);
        }

        return Result.Success;
    }

    public async Task<Result> Handle(DeclineHousingRequest command, CancellationToken cancellationToken)
    {
        if (await db.HousingRequests.SingleOrDefaultAsync(r => r.Id == command.RequestId, cancellationToken) is not { } request)
        {
            return HousingErrors.RequestNotFound;
        }

        if (db.Entry(request).Property<uint>("Version").CurrentValue != command.Version)
        {
            return SharedErrors.ChangedMeanwhile;
        }

        if (await db.HousingBookings.AnyAsync(b => b.InternId == request.InternId && b.SemesterId == request.SemesterId, cancellationToken))
        {
            return HousingErrors.HasBooking;
        }

        var errors = new FieldErrors();
        var reason = errors.Text(nameof(command.Reason), command.Reason, HousingRequest.MaxTextLength);
        errors.Require(reason.Length > 0, nameof(command.Reason), "Dites pourquoi, et ce qui peut aider\u00a0: l'interne reçoit ces mots.");
        if (errors.Error is not null)
        {
            return errors.Error;
        }

        request.Decline(reason, clock.GetUtcNow());
        await mails.DeclinedAsync(await db.Interns.SingleAsync(i => i.Id == request.InternId, cancellationToken), request, cancellationToken);
        return Result.Success;
    }

    private async Task<Result<(Room Room, Dwelling Dwelling)>> OpenRoomAsync(Guid roomId, CancellationToken cancellationToken)
    {
        if (await db.Rooms.SingleOrDefaultAsync(r => r.Id == roomId, cancellationToken) is not { } room)
        {
            return HousingErrors.RoomNotFound;
        }

        var dwelling = await db.Dwellings.SingleAsync(d => d.Id == room.DwellingId, cancellationToken);
        return room.ClosedAt is not null || dwelling.ClosedAt is not null ? HousingErrors.RoomClosed : (room, dwelling);
    }
}

/// <summary>The two days of a stay, as a form posts them.</summary>
internal static class StayDays
{
    private static readonly DateOnly First = new(2000, 1, 1), Last = new(2099, 12, 31);

    public static Result<(DateOnly StartsOn, DateOnly EndsOn)> Read(string? startsOn, string? endsOn)
    {
        var errors = new FieldErrors();
        var start = errors.Take(nameof(BookRoom.StartsOn), TypedDay.Read(startsOn, First, Last));
        errors.Require(start is not null, nameof(BookRoom.StartsOn), "Écrivez le jour d'arrivée.");
        var end = errors.Take(nameof(BookRoom.EndsOn), TypedDay.Read(endsOn, First, Last));
        errors.Require(end is not null, nameof(BookRoom.EndsOn), "Écrivez le jour de départ.");
        return errors.Error is { } error ? error : (start!.Value, end!.Value);
    }
}
