using Dites32.Core.Data;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Events;

/// <summary>
/// The places of an event. Whoever changes something there locks the event first, so that nobody takes a place that another has
/// just taken, and nobody is passed over on the waiting list.
/// </summary>
internal sealed class EventPlaces(AppDbContext db, EventMails mails, TimeProvider clock)
{
    /// <summary>The event, which nobody else fills, empties or changes before the transaction ends.</summary>
    public Task<SemesterEvent?> LockAsync(Guid eventId, CancellationToken cancellationToken) =>
        db.SemesterEvents.FromSql($"SELECT *, xmin FROM semester_event WHERE id = {eventId} FOR UPDATE").SingleOrDefaultAsync(cancellationToken);

    /// <summary>In the order in which they asked.</summary>
    public Task<List<EventRegistration>> AtAsync(Guid eventId, CancellationToken cancellationToken) =>
        db.EventRegistrations.Where(r => r.EventId == eventId).OrderBy(r => r.Rank).ToListAsync(cancellationToken);

    /// <summary>A place where there is one and nobody waits for it, or the end of the waiting list. Already there, nothing changes.</summary>
    public async Task<EventRegistration> TakeAsync(SemesterEvent locked, Guid id, Guid internId, bool photoConsent, CancellationToken cancellationToken)
    {
        var others = await AtAsync(locked.Id, cancellationToken);
        if (others.Find(r => r.InternId == internId) is { } known)
        {
            return known;
        }

        var place = Free(locked, others) > others.Count(r => r.Place == EventPlace.Waiting) ? EventPlace.Registered : EventPlace.Waiting;
        var registration = EventRegistration.Of(id, locked.Id, internId, place, others.Count == 0 ? 1 : others[^1].Rank + 1, photoConsent, clock.GetUtcNow());
        RemindByThis(locked, registration);
        db.Add(registration);
        await mails.WriteAsync(place == EventPlace.Registered ? EventNews.Registered : EventNews.Waiting, locked, [registration], cancellationToken);
        return registration;
    }

    /// <summary>Leaves the event; whoever waits longest has the place.</summary>
    public async Task LeaveAsync(SemesterEvent locked, EventRegistration registration, CancellationToken cancellationToken)
    {
        db.Remove(registration);
        await mails.WriteAsync(EventNews.Left, locked, [registration], cancellationToken);
        await FillAsync(locked, cancellationToken);
    }

    /// <summary>Gives the places that are free to those who wait, the first first, until the event begins.</summary>
    public async Task FillAsync(SemesterEvent locked, CancellationToken cancellationToken)
    {
        if (!locked.IsOpen(clock.GetUtcNow()))
        {
            return;
        }

        var there = (await AtAsync(locked.Id, cancellationToken)).Where(r => db.Entry(r).State != EntityState.Deleted).ToList();
        var up = there.Where(r => r.Place == EventPlace.Waiting).Take(Free(locked, there)).ToList();
        up.ForEach(r => MoveUp(r, locked));
        await mails.WriteAsync(EventNews.MovedUp, locked, up, cancellationToken);
    }

    /// <summary>Whether the day of the reminder has come already.</summary>
    public static bool IsTooLateToRemind(SemesterEvent about, DateTimeOffset now) => about.StartsAt.ParisDay() <= now.ParisDay().AddDays(TendEvents.ReminderDays);

    private void MoveUp(EventRegistration registration, SemesterEvent about)
    {
        registration.MoveUp();
        RemindByThis(about, registration);
    }

    /// <summary>So late, the mail that says that they have a place calls the event to mind.</summary>
    private void RemindByThis(SemesterEvent about, EventRegistration registration)
    {
        if (registration.Place == EventPlace.Registered && IsTooLateToRemind(about, clock.GetUtcNow()))
        {
            registration.Reminded(clock.GetUtcNow());
        }
    }

    private static int Free(SemesterEvent about, IEnumerable<EventRegistration> there) =>
        about.Seats is not { } seats ? int.MaxValue : Math.Max(0, seats - there.Count(r => r.Place == EventPlace.Registered));
}
