using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Dites32.Core.Notifications;

/// <summary>What a calendar file is for (RFC 5546): to be read, to invite somebody or to take the invitation back.</summary>
internal enum CalendarMethod { Publish, Request, Cancel }

/// <summary>
/// A moment as a calendar takes it (iCalendar, RFC 5545). It is private there, and others see that its owner is busy: its
/// summary is the only thing that is said, and the place where it is no secret.
/// </summary>
/// <param name="Uid">The same for ever: a calendar knows by it, and by the sequence, what replaces what.</param>
internal sealed record CalendarEntry(
    string Uid, string Summary, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Sequence, bool IsCancelled, string OrganiserName, string OrganiserEmail)
{
    public const string FileName = "invitation.ics";

    /// <summary>Null where nobody else is to read it.</summary>
    public string? Place { get; init; }

    /// <param name="attendee">Who is invited; nobody is named in a file to be read.</param>
    public string Write(CalendarMethod method, string? attendee, DateTimeOffset now)
    {
        var entry = new CalendarEvent
        {
            Uid = Uid,
            Summary = Summary,
            Location = Place,
            DtStart = Utc(StartsAt),
            DtEnd = Utc(EndsAt),
            DtStamp = Utc(now),
            Sequence = Sequence,
            Status = IsCancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            Class = "PRIVATE",
            Organizer = new Organizer($"mailto:{OrganiserEmail}") { CommonName = OrganiserName },
        };
        if (attendee is not null)
        {
            entry.Attendees.Add(new Attendee($"mailto:{attendee}") { Rsvp = false });
        }

        var calendar = new Calendar { ProductId = "-//Dites32//Calendrier//FR", Method = method.ToString().ToUpperInvariant() };
        calendar.Events.Add(entry);
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    public MailAttachment ToAttachment(string attendee, DateTimeOffset now)
    {
        var method = IsCancelled ? CalendarMethod.Cancel : CalendarMethod.Request;
        return new MailAttachment(FileName, $"text/calendar; method={method.ToString().ToUpperInvariant()}", Write(method, attendee, now));
    }

    private static CalDateTime Utc(DateTimeOffset instant) => new(instant.UtcDateTime);
}
