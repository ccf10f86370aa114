using Dites32.Core.Data;
using Dites32.Core.Internships.Space;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Events;

/// <summary>An event of one of the intern's semesters, and whether they come. Errors: intern-space.no-file, event.not-found.</summary>
[AllowRoles(Role.Candidate)]
public sealed record GetMyEvent(Guid EventId) : IQuery<Result<MyEvent>>;

/// <summary>The event for the calendar of an intern who comes. Errors: intern-space.no-file, event.not-found, event.not-registered.</summary>
[AllowRoles(Role.Candidate)]
public sealed record GetMyEventCalendar(Guid EventId) : IQuery<Result<EventCalendar>>;

/// <param name="Free">Places that are left; null: as many as like.</param>
/// <param name="Mine">Null: neither registered nor waiting.</param>
/// <param name="Ahead">Who waits before this intern.</param>
public sealed record MyEvent(
    Guid Id, SemesterEventState State, EventSheet Sheet, int? Free, bool TakesRegistrations, bool IsOpen, EventPlace? Mine, int Ahead, bool AgreesToPhotos, string Contact,
    string ContactEmail);

public sealed record EventCalendar(string Name, string Text);

internal sealed class GetMyEventHandler(AppDbContext db, InternAccess access, SemesterContacts contacts, Portal portal, TimeProvider clock)
    : IRequestHandler<GetMyEvent, Result<MyEvent>>, IRequestHandler<GetMyEventCalendar, Result<EventCalendar>>
{
    public async Task<Result<MyEvent>> Handle(GetMyEvent query, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(cancellationToken) is not { } intern)
        {
            return InternSpaceErrors.NoFile;
        }

        if (await db.EventsOf(intern.Id).SingleOrDefaultAsync(e => e.Id == query.EventId, cancellationToken) is not { } found)
        {
            return EventErrors.NotFound;
        }

        var there = await db.EventRegistrations.Where(r => r.EventId == found.Id).ToListAsync(cancellationToken);
        var mine = there.Find(r => r.InternId == intern.Id);
        var (taken, waiting) = (there.Count(r => r.Place == EventPlace.Registered), there.Where(r => r.Place == EventPlace.Waiting).ToList());
        var (now, contact) = (clock.GetUtcNow(), await contacts.OfAsync(found.SemesterId, cancellationToken));
        return new MyEvent(
            found.Id, found.State, found.Sheet(), found.Seats is { } seats ? Math.Max(0, seats - taken - waiting.Count) : null, found.TakesRegistrations(now), found.IsOpen(now),
            mine?.Place, mine is null ? waiting.Count : waiting.Count(r => r.Rank < mine.Rank), mine?.PhotoConsentAt is not null, contact.Name, contact.Address);
    }

    public async Task<Result<EventCalendar>> Handle(GetMyEventCalendar query, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(cancellationToken) is not { } intern)
        {
            return InternSpaceErrors.NoFile;
        }

        if (await db.EventsOf(intern.Id).SingleOrDefaultAsync(e => e.Id == query.EventId, cancellationToken) is not { } found)
        {
            return EventErrors.NotFound;
        }

        var mine = await db.EventRegistrations.SingleOrDefaultAsync(r => r.EventId == found.Id && r.InternId == intern.Id, cancellationToken);
        if (mine?.Place != EventPlace.Registered)
        {
            return EventErrors.NotRegistered;
        }

        var entry = EventMails.EntryOf(found, mine, found.State == SemesterEventState.Cancelled, portal);
        return new EventCalendar(CalendarEntry.FileName, entry.Write(CalendarMethod.Publish, attendee: null, clock.GetUtcNow()));
    }
}
