using System.Globalization;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>A meeting to be changed, or one to be set. Errors: spouse.not-found, spouse.meeting-not-found.</summary>
/// <param name="MeetingId">Null for one to be set.</param>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record GetSpouseMeeting(Guid CaseId, Guid? MeetingId) : IQuery<Result<MeetingToSet>>, IReadsFile, IBehindTheWall
{
    public ReadingPurpose Purpose => ReadingPurpose.Accompanying;

    Subject IAbout.Subject => new(SubjectKind.SpouseCase, CaseId);
}

/// <param name="Name">Of the partner.</param>
/// <param name="Phone">Of the partner, to be called at.</param>
/// <param name="Form">As it is; of one to be set, with whom.</param>
/// <param name="MayChange">Neither past nor cancelled, and the file is open.</param>
public sealed record MeetingToSet(string Name, string? Phone, uint Version, MeetingForm Form, bool MayChange, IReadOnlyList<Caseworker> Caseworkers);

/// <summary>The meeting for the calendar of a caseworker; it names nobody. Errors: spouse.meeting-not-found.</summary>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record GetMeetingCalendar(Guid CaseId, Guid MeetingId) : IQuery<Result<CalendarFile>>, IBehindTheWall;

/// <summary>A partner's own meeting for their calendar. Errors: spouse.session-over, spouse.meeting-not-found.</summary>
[AllowSpouse]
public sealed record GetMyMeetingCalendar(Guid MeetingId) : IQuery<Result<CalendarFile>>, IBehindTheWall;

/// <param name="Text">As RFC 5545 wants it.</param>
public sealed record CalendarFile(string Name, string Text);

internal sealed class GetSpouseMeetingHandler(SpouseDbContext db, Actor actor, Caseworkers caseworkers, MeetingMails mails, TimeProvider clock)
    : IRequestHandler<GetSpouseMeeting, Result<MeetingToSet>>, IRequestHandler<GetMeetingCalendar, Result<CalendarFile>>, IRequestHandler<GetMyMeetingCalendar, Result<CalendarFile>>
{
    public async Task<Result<MeetingToSet>> Handle(GetSpouseMeeting query, CancellationToken cancellationToken)
    {
        var file = await db.Cases.SeenByCaseworkers().SingleOrDefaultAsync(c => c.Id == query.CaseId, cancellationToken);
        if (file is null)
        {
            return SpouseErrors.NotFound;
        }

        IReadOnlyList<Caseworker> colleagues = [.. (await caseworkers.AllAsync(cancellationToken)).Select(c => new Caseworker(c.Id, c.DisplayName))];
        var isOpen = (await db.ToPlanAsync(query.CaseId, cancellationToken)).Error is null;
        if (query.MeetingId is not { } id)
        {
            return new MeetingToSet(file.Name, file.Phone, 0, new MeetingForm { Minutes = "45", OwnerId = actor.AccountId.ToString() }, isOpen, colleagues);
        }

        var meeting = await db.Meetings.SingleOrDefaultAsync(m => m.Id == id && m.CaseId == file.Id, cancellationToken);
        return meeting is null ? SpouseErrors.MeetingNotFound : new MeetingToSet(
            file.Name, file.Phone, db.Entry(meeting).Property<uint>("Version").CurrentValue, FormOf(meeting), isOpen && !meeting.IsOverAt(clock.GetUtcNow()), colleagues);
    }

    public async Task<Result<CalendarFile>> Handle(GetMeetingCalendar query, CancellationToken cancellationToken) =>
        FileOf(await db.Meetings.SingleOrDefaultAsync(
            m => m.Id == query.MeetingId && m.CaseId == query.CaseId && db.Cases.SeenByCaseworkers().Any(c => c.Id == m.CaseId), cancellationToken));

    public async Task<Result<CalendarFile>> Handle(GetMyMeetingCalendar query, CancellationToken cancellationToken) =>
        await db.OwnAsync(actor, clock, cancellationToken) is { } file
            ? FileOf(await db.Meetings.SingleOrDefaultAsync(m => m.Id == query.MeetingId && m.CaseId == file.Id, cancellationToken))
            : SpouseErrors.SessionOver;

    private Result<CalendarFile> FileOf(SpouseMeeting? meeting) => meeting is null
        ? SpouseErrors.MeetingNotFound
        : new CalendarFile(CalendarEntry.FileName, mails.EntryOf(meeting).Write(CalendarMethod.Publish, null, clock.GetUtcNow()));

    private static MeetingForm FormOf(SpouseMeeting meeting) => new()
    {
        Day = meeting.StartsAt.ParisDay().ForMachines(),
        Hour = meeting.StartsAt.ToParis().ToString("HH:mm", CultureInfo.InvariantCulture),
        Minutes = meeting.Minutes.ToString(CultureInfo.InvariantCulture),
        Way = meeting.Way.ToString(),
        Place = meeting.Place,
        OwnerId = meeting.OwnerId.ToString(),
    };
}
