using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// Sets a meeting with a partner, who is written to with an invitation for their calendar. Sent again, it stays one meeting.
/// Errors: spouse.not-found, spouse.no-consent, spouse.closed, spouse.meeting-overlap.
/// </summary>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record SetSpouseMeeting(Guid CaseId, Guid SubmissionId, MeetingForm Form) : ICommand<Result>, IBehindTheWall, ISubmission, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.SpouseCase, CaseId);
}

/// <summary>
/// Changes when, how or with whom a meeting is; the invitation that the partner has is replaced. Without a change nobody is
/// written to. Errors: spouse.meeting-not-found, spouse.meeting-over, spouse.meeting-overlap, spouse.closed, changed-meanwhile.
/// </summary>
/// <param name="Version">Of the meeting as the caseworker saw it.</param>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record MoveSpouseMeeting(Guid CaseId, Guid MeetingId, uint Version, MeetingForm Form) : ICommand<Result>, IBehindTheWall, IVersioned, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.SpouseCase, CaseId);
}

/// <summary>
/// Cancels a meeting; the invitation that the partner has is taken back. Said twice, it is cancelled once. Errors:
/// spouse.meeting-not-found, spouse.meeting-over.
/// </summary>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record CancelSpouseMeeting(Guid CaseId, Guid MeetingId) : ICommand<Result>, IBehindTheWall, IRunsAgain, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.SpouseCase, CaseId);
}

internal sealed class SetSpouseMeetingHandler(SpouseDbContext db, Actor actor, MeetingFormReader reader, MeetingMails mails, TimeProvider clock)
    : IRequestHandler<SetSpouseMeeting, Result>, IRequestHandler<MoveSpouseMeeting, Result>, IRequestHandler<CancelSpouseMeeting, Result>
{
    public async Task<Result> Handle(SetSpouseMeeting command, CancellationToken cancellationToken)
    {
        var file = await db.ToPlanAsync(command.CaseId, cancellationToken);
        if (await db.Meetings.SingleOrDefaultAsync(m => m.Id == command.SubmissionId, cancellationToken) is { } sent)
        {
            return sent.CaseId == command.CaseId && sent.SetById == actor.AccountId ? Result.Success : SharedErrors.PageTooOld;
        }

        if (file.Error is not null || command.SubmissionId == Guid.Empty)
        {
            return file.Error ?? SharedErrors.PageTooOld;
        }

        var time = await reader.ReadAsync(command.Form, cancellationToken);
        if (time.Error is not null)
        {
            return time.Error;
        }

        var meeting = SpouseMeeting.Of(command.SubmissionId, command.CaseId, time.Value, actor.RequiredAccountId, clock.GetUtcNow());
        db.Add(meeting);
        await TellAsync(SpouseEventKind.MeetingSet, file.Value, meeting, meeting.OwnerId, cancellationToken);
        return Result.Success;
    }

    public async Task<Result> Handle(MoveSpouseMeeting command, CancellationToken cancellationToken)
    {
        if (await FindAsync(command.CaseId, command.MeetingId, cancellationToken) is not { } meeting)
        {
            return SpouseErrors.MeetingNotFound;
        }

        if (db.Entry(meeting).Property<uint>("Version").CurrentValue != command.Version)
        {
            return SharedErrors.ChangedMeanwhile;
        }

        var (file, time) = (await db.ToPlanAsync(command.CaseId, cancellationToken), await reader.ReadAsync(command.Form, cancellationToken));
        if (file.Error is not null || time.Error is not null)
        {
            return file.Error ?? time.Error!;
        }

        var former = meeting.OwnerId;
        var moved = meeting.MoveTo(time.Value, clock.GetUtcNow());
        if (moved is { Error: null, Value: true })
        {
            await TellAsync(SpouseEventKind.MeetingMoved, file.Value, meeting, former, cancellationToken);
        }

        return moved.Error ?? Result.Success;
    }

    public async Task<Result> Handle(CancelSpouseMeeting command, CancellationToken cancellationToken)
    {
        if (await FindAsync(command.CaseId, command.MeetingId, cancellationToken) is not { } meeting)
        {
            return SpouseErrors.MeetingNotFound;
        }

        var cancelled = meeting.Cancel(clock.GetUtcNow());
        if (cancelled is { Error: null, Value: true })
        {
            await TellAsync(SpouseEventKind.MeetingCancelled, await db.Cases.SingleAsync(c => c.Id == meeting.CaseId, cancellationToken), meeting, meeting.OwnerId, cancellationToken);
        }

        return cancelled.Error ?? Result.Success;
    }

    private Task<SpouseMeeting?> FindAsync(Guid caseId, Guid id, CancellationToken cancellationToken) =>
        db.Meetings.SingleOrDefaultAsync(m => m.Id == id && m.CaseId == caseId && db.Cases.SeenByCaseworkers().Any(c => c.Id == m.CaseId), cancellationToken);

    private Task TellAsync(SpouseEventKind kind, SpouseCase file, SpouseMeeting meeting, Guid formerOwner, CancellationToken cancellationToken)
    {
        db.Add(new SpouseEvent(file.Id, kind, actor.RequiredAccountId, clock.GetUtcNow()));
        return mails.WriteAsync(kind, file, meeting, formerOwner, cancellationToken);
    }
}
