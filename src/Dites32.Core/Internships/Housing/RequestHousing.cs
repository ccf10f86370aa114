using Dites32.Core.Data;
using Dites32.Core.Internships.Space;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Housing;

/// <summary>
/// Asks for a room in a semester, or corrects what was asked: the rank among equals stays. Errors: intern-space.no-file,
/// housing.no-round, housing.round-over, housing.is-booked, housing.outside-semester, invalid.
/// </summary>
/// <param name="IsKnownToFlatmates">Those who will live there may know the intern's name and telephone.</param>
[AllowRoles(Role.Candidate)]
public sealed record RequestHousing(Guid SemesterId, string? StartsOn, string? EndsOn, string? Wishes, bool IsKnownToFlatmates) : ICommand<Result>, IRunsAgain;

/// <summary>Takes a request back, for good. Errors: intern-space.no-file, housing.request-not-found.</summary>
[AllowRoles(Role.Candidate)]
public sealed record WithdrawHousingRequest(Guid SemesterId) : ICommand<Result>, IRunsAgain;

/// <summary>Gives one's room back, and takes the request back with it; the coordinators are told. Errors: intern-space.no-file, housing.booking-not-found.</summary>
[AllowRoles(Role.Candidate)]
public sealed record GiveUpRoom(Guid SemesterId) : ICommand<Result>, IRunsAgain;

/// <summary>Whether those who live in the same place may know one's name and telephone. Errors: intern-space.no-file, housing.booking-not-found.</summary>
[AllowRoles(Role.Candidate)]
public sealed record ShowToFlatmates(Guid SemesterId, bool IsKnown) : ICommand<Result>, IRunsAgain;

internal sealed class RequestHousingHandler(AppDbContext db, InternAccess access, HousingMails mails, TimeProvider clock)
    : IRequestHandler<RequestHousing, Result>, IRequestHandler<WithdrawHousingRequest, Result>, IRequestHandler<GiveUpRoom, Result>, IRequestHandler<ShowToFlatmates, Result>
{
    public async Task<Result> Handle(RequestHousing command, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(cancellationToken) is not { } intern)
        {
            return InternSpaceErrors.NoFile;
        }

        var semester = await db.Semesters.SingleOrDefaultAsync(s => s.Id == command.SemesterId, cancellationToken);
        if (semester is null || !await db.HousingRounds.AnyAsync(r => r.SemesterId == semester.Id, cancellationToken))
        {
            return HousingErrors.NoRound;
        }

        if (semester.EndsOn < clock.Today())
        {
            return HousingErrors.RoundOver;
        }

        if (await db.HousingBookings.AnyAsync(b => b.InternId == intern.Id && b.SemesterId == semester.Id, cancellationToken))
        {
            return HousingErrors.IsBooked;
        }

        var errors = new FieldErrors();
        var wishes = errors.Text(nameof(command.Wishes), command.Wishes, HousingRequest.MaxTextLength);
        var days = StayDays.Read(command.StartsOn, command.EndsOn);
        if ((days.Error ?? errors.Error ?? HousingBooking.Check(days.Value.StartsOn, days.Value.EndsOn, semester).Error) is { } error)
        {
            return error;
        }

        var request = await MineAsync(intern, semester.Id, cancellationToken)
            ?? db.Add(HousingRequest.Of(Guid.CreateVersion7(), intern.Id, semester.Id, clock.GetUtcNow())).Entity;
        request.Write(days.Value.StartsOn, days.Value.EndsOn, wishes.Length == 0 ? null : wishes, command.IsKnownToFlatmates, clock.GetUtcNow());
        return Result.Success;
    }

    public async Task<Result> Handle(WithdrawHousingRequest command, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(cancellationToken) is not { } intern)
        {
            return InternSpaceErrors.NoFile;
        }

        if (await MineAsync(intern, command.SemesterId, cancellationToken) is not { } request)
        {
            return HousingErrors.RequestNotFound;
        }

        db.Remove(request);
        return Result.Success;
    }

    public async Task<Result> Handle(GiveUpRoom command, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(cancellationToken) is not { } intern)
        {
            return InternSpaceErrors.NoFile;
        }

        var bookings = await db.HousingBookings.Where(b => b.InternId == intern.Id && b.SemesterId == command.SemesterId).ToListAsync(cancellationToken);
        if (bookings.Count == 0)
        {
            return HousingErrors.BookingNotFound;
        }

        db.RemoveRange(bookings);
        if (await MineAsync(intern, command.SemesterId, cancellationToken) is { } request)
        {
            db.Remove(request);
        }

        await mails.GivenUpAsync(bookings[0].Id, cancellationToken);
        return Result.Success;
    }

    public async Task<Result> Handle(ShowToFlatmates command, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(cancellationToken) is not { } intern)
        {
            return InternSpaceErrors.NoFile;
        }

        var bookings = await db.HousingBookings.Where(b => b.InternId == intern.Id && b.SemesterId == command.SemesterId).ToListAsync(cancellationToken);
        bookings.ForEach(b => b.ShowToFlatmates(command.IsKnown));
        return bookings.Count == 0 ? HousingErrors.BookingNotFound : Result.Success;
    }

    private Task<HousingRequest?> MineAsync(Intern intern, Guid semesterId, CancellationToken cancellationToken) =>
        db.HousingRequests.SingleOrDefaultAsync(r => r.InternId == intern.Id && r.SemesterId == semesterId, cancellationToken);
}
