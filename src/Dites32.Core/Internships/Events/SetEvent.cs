using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Events;

/// <summary>Writes an event for the interns of a semester, as a draft. Sent again, it is one. Errors: invalid, semester.not-found.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record WriteEvent(Guid SubmissionId, Guid SemesterId, EventForm Form) : ICommand<Result<Guid>>, ISubmission;

/// <summary>
/// Corrects an event that has not begun. Those who come are told with a new invitation when it changes for them; more places go to
/// those who wait. Errors: event.not-found, event.not-open, invalid, changed-meanwhile.
/// </summary>
/// <param name="Version">Of the event as the coordinator saw it.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record CorrectEvent(Guid EventId, uint Version, EventForm Form) : ICommand<Result>, IVersioned, IByStatements, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.SemesterEvent, EventId);
}

internal sealed class SetEventHandler(AppDbContext db, EventPlaces places, EventMails mails, TimeProvider clock)
    : IRequestHandler<WriteEvent, Result<Guid>>, IRequestHandler<CorrectEvent, Result>
{
    public async Task<Result<Guid>> Handle(WriteEvent command, CancellationToken cancellationToken)
    {
        if (command.SubmissionId == Guid.Empty)
        {
            return SharedErrors.PageTooOld;
        }

        if (await db.SemesterEvents.AnyAsync(e => e.Id == command.SubmissionId, cancellationToken))
        {
            return command.SubmissionId;
        }

        if (await db.Semesters.SingleOrDefaultAsync(s => s.Id == command.SemesterId, cancellationToken) is not { } semester)
        {
            return SemesterErrors.NotFound;
        }

        var profile = EventFormReader.Read(command.Form, semester, clock.GetUtcNow());
        if (profile.Error is not null)
        {
            return profile.Error;
        }

        db.Add(SemesterEvent.Of(command.SubmissionId, semester.Id, profile.Value));
        return command.SubmissionId;
    }

    public async Task<Result> Handle(CorrectEvent command, CancellationToken cancellationToken)
    {
        if (await places.LockAsync(command.EventId, cancellationToken) is not { } written)
        {
            return EventErrors.NotFound;
        }

        var now = clock.GetUtcNow();
        if (written.State != SemesterEventState.Draft && !written.IsOpen(now))
        {
            return EventErrors.NotOpen;
        }

        if (db.Entry(written).Property<uint>("Version").CurrentValue != command.Version)
        {
            return SharedErrors.ChangedMeanwhile;
        }

        var profile = EventFormReader.Read(command.Form, await db.Semesters.SingleAsync(s => s.Id == written.SemesterId, cancellationToken), now);
        if (profile.Error is not null)
        {
            return profile.Error;
        }

        var there = await places.AtAsync(written.Id, cancellationToken);
        var taken = there.Count(r => r.Place == EventPlace.Registered);
        if (profile.Value.Seats < taken)
        {
            return EventErrors.SeatsTaken(taken);
        }

        var day = written.StartsAt.ParisDay();
        if (written.Correct(profile.Value))
        {
            await mails.WriteAsync(EventNews.Changed, written, there, cancellationToken);
        }

        if (written.StartsAt.ParisDay() != day && !EventPlaces.IsTooLateToRemind(written, now))
        {
            there.ForEach(r => r.ToBeReminded());
        }

        await places.FillAsync(written, cancellationToken);
        return Result.Success;
    }
}
