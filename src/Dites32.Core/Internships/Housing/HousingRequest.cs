namespace Dites32.Core.Internships.Housing;

/// <summary>An intern asks to be lodged for a semester, or a part of it. One request a semester; its rank comes from the rules of the round.</summary>
internal sealed class HousingRequest
{
    public const int MaxTextLength = 600;

    private HousingRequest() { }

    public Guid Id { get; private init; }
    public Guid InternId { get; private init; }
    public Guid SemesterId { get; private init; }
    public DateOnly StartsOn { get; private set; }
    public DateOnly EndsOn { get; private set; }
    public string? Wishes { get; private set; }

    /// <summary>Those who will live there may know their name and telephone before they arrive.</summary>
    public bool IsKnownToFlatmates { get; private set; }

    /// <summary>It counts among equals: a request that is corrected keeps it, one that was declined and is made again does not.</summary>
    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset? DeclinedAt { get; private set; }

    /// <summary>What the intern is told.</summary>
    public string? DeclineReason { get; private set; }

    public static HousingRequest Of(Guid id, Guid internId, Guid semesterId, DateTimeOffset now) =>
        new() { Id = id, InternId = internId, SemesterId = semesterId, AskedAt = now };

    public void Write(DateOnly startsOn, DateOnly endsOn, string? wishes, bool isKnownToFlatmates, DateTimeOffset now)
    {
        (StartsOn, EndsOn, Wishes, IsKnownToFlatmates) = (startsOn, endsOn, wishes, isKnownToFlatmates);
        if (DeclinedAt is not null)
        {
            (AskedAt, DeclinedAt, DeclineReason) = (now, null, null);
        }
    }

    public void Decline(string reason, DateTimeOffset now) => (DeclinedAt, DeclineReason) = (now, reason);
}
