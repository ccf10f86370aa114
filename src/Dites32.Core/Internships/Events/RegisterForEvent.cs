using Dites32.Core.Data;
using Dites32.Core.Internships.Space;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Events;

/// <summary>
/// An intern comes to an event of one of their semesters, or waits for a place when it is full. There already, it is a success.
/// Errors: intern-space.no-file, event.not-found, event.not-open, event.registration-over.
/// </summary>
/// <param name="PhotoConsent">They agree to be in photos of it (article 9 of the Code civil); they may change their mind.</param>
[AllowRoles(Role.Candidate)]
public sealed record RegisterForEvent(Guid EventId, bool PhotoConsent) : ICommand<Result<EventPlace>>, IRunsAgain, IByStatements, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.SemesterEvent, EventId);
}

/// <summary>
/// An intern comes no more, until the event begins; the first of those who wait has the place. Gone already, it is a success.
/// Errors: intern-space.no-file, event.not-found, event.not-open.
/// </summary>
[AllowRoles(Role.Candidate)]
public sealed record LeaveEvent(Guid EventId) : ICommand<Result>, IRunsAgain, IByStatements, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.SemesterEvent, EventId);
}

/// <summary>An intern agrees to be in photos of an event, or no longer, before it and after it. Errors: intern-space.no-file, event.not-registered.</summary>
[AllowRoles(Role.Candidate)]
public sealed record ChooseEventPhotos(Guid EventId, bool Agrees) : ICommand<Result>, IRunsAgain, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.SemesterEvent, EventId);
}

internal sealed class RegisterForEventHandler(AppDbContext db, InternAccess access, EventPlaces places, TimeProvider clock)
    : IRequestHandler<RegisterForEvent, Result<EventPlace>>, IRequestHandler<LeaveEvent, Result>, IRequestHandler<ChooseEventPhotos, Result>
{
    public async Task<Result<EventPlace>> Handle(RegisterForEvent command, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(cancellationToken) is not { } intern)
        {
            return InternSpaceErrors.NoFile;
        }

        var found = await LockMineAsync(intern.Id, command.EventId, cancellationToken);
        if (found.Error is not null)
        {
            return found.Error;
        }

        var known = (await places.AtAsync(command.EventId, cancellationToken)).Find(r => r.InternId == intern.Id);
        if (known is not null)
        {
            return known.Place;
        }

        if (!found.Value.TakesRegistrations(clock.GetUtcNow()))
        {
            return found.Value.IsOpen(clock.GetUtcNow()) ? EventErrors.RegistrationOver : EventErrors.NotOpen;
        }

        return (await places.TakeAsync(found.Value, Guid.CreateVersion7(), intern.Id, command.PhotoConsent, cancellationToken)).Place;
    }

    public async Task<Result> Handle(LeaveEvent command, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(cancellationToken) is not { } intern)
        {
            return InternSpaceErrors.NoFile;
        }

        var found = await LockMineAsync(intern.Id, command.EventId, cancellationToken);
        if (found.Error is not null)
        {
            return found.Error;
        }

        if ((await places.AtAsync(command.EventId, cancellationToken)).Find(r => r.InternId == intern.Id) is not { } registration)
        {
            return Result.Success;
        }

        if (!found.Value.IsOpen(clock.GetUtcNow()))
        {
            return EventErrors.NotOpen;
        }

        await places.LeaveAsync(found.Value, registration, cancellationToken);
        return Result.Success;
    }

    public async Task<Result> Handle(ChooseEventPhotos command, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(cancellationToken) is not { } intern)
        {
            return InternSpaceErrors.NoFile;
        }

        if (await db.EventRegistrations.SingleOrDefaultAsync(r => r.EventId == command.EventId && r.InternId == intern.Id, cancellationToken) is not { } registration)
        {
            return EventErrors.NotRegistered;
        }

        registration.ChoosePhotos(command.Agrees, clock.GetUtcNow());
        return Result.Success;
    }

    /// <summary>An event that the intern may know of.</summary>
    private async Task<Result<SemesterEvent>> LockMineAsync(Guid internId, Guid eventId, CancellationToken cancellationToken) =>
        await db.EventsOf(internId).AnyAsync(e => e.Id == eventId, cancellationToken) && await places.LockAsync(eventId, cancellationToken) is { } locked
            ? locked : EventErrors.NotFound;
}
