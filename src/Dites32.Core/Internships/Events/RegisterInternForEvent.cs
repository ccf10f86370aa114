using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Events;

/// <summary>
/// A coordinator registers an intern of the semester by hand, also after the last day to register; a full event has them wait.
/// There already, it is a success. Nobody agrees to photos in their place. Errors: event.not-found, event.not-open, invalid.
/// </summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record RegisterInternForEvent(Guid EventId, Guid? InternId) : ICommand<Result<EventPlace>>, IRunsAgain, IByStatements, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Intern, InternId);
}

/// <summary>A coordinator withdraws somebody, who is told, before the event begins. Gone already, it is a success. Errors: event.not-found, event.not-open.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record WithdrawInternFromEvent(Guid EventId, Guid InternId) : ICommand<Result>, IRunsAgain, IByStatements, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Intern, InternId);
}

/// <summary>
/// Says who was there among those who were shown, once the event has begun; it may be said again. Errors: event.not-found, event.not-started.
/// </summary>
/// <param name="ShownIds">The registrations on the sheet: somebody who was added meanwhile is not said to be absent.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record MarkAttendance(Guid EventId, IReadOnlyList<Guid> ShownIds, IReadOnlyList<Guid> PresentIds) : ICommand<Result>, IRunsAgain, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.SemesterEvent, EventId);
}

internal sealed class RegisterInternForEventHandler(AppDbContext db, EventPlaces places, TimeProvider clock)
    : IRequestHandler<RegisterInternForEvent, Result<EventPlace>>, IRequestHandler<WithdrawInternFromEvent, Result>, IRequestHandler<MarkAttendance, Result>
{
    public async Task<Result<EventPlace>> Handle(RegisterInternForEvent command, CancellationToken cancellationToken)
    {
        if (await places.LockAsync(command.EventId, cancellationToken) is not { } locked)
        {
            return EventErrors.NotFound;
        }

        if (!locked.IsOpen(clock.GetUtcNow()))
        {
            return EventErrors.NotOpen;
        }

        return command.InternId is { } internId && await db.Assignments.AnyAsync(a => a.SemesterId == locked.SemesterId && a.InternId == internId, cancellationToken)
            ? (await places.TakeAsync(locked, Guid.CreateVersion7(), internId, photoConsent: false, cancellationToken)).Place
            : EventErrors.NotOfSemester;
    }

    public async Task<Result> Handle(WithdrawInternFromEvent command, CancellationToken cancellationToken)
    {
        if (await places.LockAsync(command.EventId, cancellationToken) is not { } locked)
        {
            return EventErrors.NotFound;
        }

        if ((await places.AtAsync(locked.Id, cancellationToken)).Find(r => r.InternId == command.InternId) is not { } registration)
        {
            return Result.Success;
        }

        if (!locked.IsOpen(clock.GetUtcNow()))
        {
            return EventErrors.NotOpen;
        }

        await places.LeaveAsync(locked, registration, cancellationToken);
        return Result.Success;
    }

    public async Task<Result> Handle(MarkAttendance command, CancellationToken cancellationToken)
    {
        if (await db.SemesterEvents.SingleOrDefaultAsync(e => e.Id == command.EventId, cancellationToken) is not { } held)
        {
            return EventErrors.NotFound;
        }

        if (held.State != SemesterEventState.Announced || clock.GetUtcNow() < held.StartsAt)
        {
            return EventErrors.NotStarted;
        }

        foreach (var registration in await places.AtAsync(held.Id, cancellationToken))
        {
            if (registration.Place == EventPlace.Registered && command.ShownIds.Contains(registration.Id))
            {
                registration.Mark(command.PresentIds.Contains(registration.Id));
            }
        }

        return Result.Success;
    }
}
