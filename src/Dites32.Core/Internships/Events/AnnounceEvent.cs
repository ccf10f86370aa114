using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Events;

/// <summary>Shows an event to the interns of its semester, who may now register. Shown already, it is a success. Errors: event.not-found, event.not-open.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record AnnounceEvent(Guid EventId) : ICommand<Result>, IRunsAgain, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.SemesterEvent, EventId);
}

/// <summary>
/// Cancels an announced event: those who come or wait are told, and their calendars forget it. Cancelled already, it is a success.
/// Errors: event.not-found, event.not-open.
/// </summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record CancelEvent(Guid EventId) : ICommand<Result>, IRunsAgain, IByStatements, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.SemesterEvent, EventId);
}

/// <summary>Drops a draft. Gone already, it is a success. Errors: event.not-draft.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record DropEvent(Guid EventId) : ICommand<Result>, IRunsAgain, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.SemesterEvent, EventId);
}

internal sealed class AnnounceEventHandler(AppDbContext db, EventPlaces places, EventMails mails, TimeProvider clock)
    : IRequestHandler<AnnounceEvent, Result>, IRequestHandler<CancelEvent, Result>, IRequestHandler<DropEvent, Result>
{
    public async Task<Result> Handle(AnnounceEvent command, CancellationToken cancellationToken)
    {
        if (await db.SemesterEvents.SingleOrDefaultAsync(e => e.Id == command.EventId, cancellationToken) is not { } written)
        {
            return EventErrors.NotFound;
        }

        if (written.State == SemesterEventState.Cancelled || written.StartsAt <= clock.GetUtcNow())
        {
            return EventErrors.NotOpen;
        }

        written.Announce();
        return Result.Success;
    }

    public async Task<Result> Handle(CancelEvent command, CancellationToken cancellationToken)
    {
        if (await places.LockAsync(command.EventId, cancellationToken) is not { } written)
        {
            return EventErrors.NotFound;
        }

        if (written.State == SemesterEventState.Cancelled)
        {
            return Result.Success;
        }

        if (!written.IsOpen(clock.GetUtcNow()))
        {
            return EventErrors.NotOpen;
        }

        written.Cancel();
        await mails.WriteAsync(EventNews.Cancelled, written, await places.AtAsync(written.Id, cancellationToken), cancellationToken);
        return Result.Success;
    }

    public async Task<Result> Handle(DropEvent command, CancellationToken cancellationToken)
    {
        if (await db.SemesterEvents.SingleOrDefaultAsync(e => e.Id == command.EventId, cancellationToken) is not { } written)
        {
            return Result.Success;
        }

        if (written.State != SemesterEventState.Draft)
        {
            return EventErrors.NotDraft;
        }

        db.Remove(written);
        return Result.Success;
    }
}
