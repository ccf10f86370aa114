namespace Dites32.Core.Internships.Events;

public enum EventPlace { Registered, Waiting }

/// <summary>An intern who comes to an event, or waits for a place. Whoever leaves has no row any more.</summary>
internal sealed class EventRegistration
{
    private EventRegistration() { }

    /// <summary>Names the invitation too: whoever comes back gets a new one.</summary>
    public Guid Id { get; private init; }
    public Guid EventId { get; private init; }
    public Guid InternId { get; private init; }
    public EventPlace Place { get; private set; }

    /// <summary>The order in which they asked: it is that of the waiting list.</summary>
    public int Rank { get; private init; }
    public DateTimeOffset RegisteredAt { get; private init; }

    /// <summary>Since when they agree to be in photos; null: they do not.</summary>
    public DateTimeOffset? PhotoConsentAt { get; private set; }
    public DateTimeOffset? RemindedAt { get; private set; }

    /// <summary>Null until somebody has said so.</summary>
    public bool? Attended { get; private set; }

    public static EventRegistration Of(Guid id, Guid eventId, Guid internId, EventPlace place, int rank, bool photoConsent, DateTimeOffset now) => new()
    {
        Id = id,
        EventId = eventId,
        InternId = internId,
        Place = place,
        Rank = rank,
        RegisteredAt = now,
        PhotoConsentAt = photoConsent ? now : null,
    };

    public void MoveUp() => Place = EventPlace.Registered;

    public void ChoosePhotos(bool agrees, DateTimeOffset now) => PhotoConsentAt = agrees ? PhotoConsentAt ?? now : null;

    public void Reminded(DateTimeOffset now) => RemindedAt = now;

    /// <summary>The event is on another day: it will have to be called to mind again.</summary>
    public void ToBeReminded() => RemindedAt = null;

    public void Mark(bool attended) => Attended = attended;
}

public static class EventPlaceLabels
{
    public static string Label(this EventPlace place) => place switch
    {
        EventPlace.Registered => "Inscrit",
        EventPlace.Waiting => "En liste d'attente",
    };
}
