using Dites32.Core.Shared;

namespace Dites32.Core.SpouseSupport;

/// <summary>How two people meet.</summary>
public enum MeetingWay { InPerson, Phone, Video }

public static class MeetingWays
{
    public static string Label(this MeetingWay way) => way switch
    {
        MeetingWay.InPerson => "Sur place",
        MeetingWay.Phone => "Par téléphone",
        MeetingWay.Video => "En visioconférence",
    };
}

/// <param name="Place">Where, at which number or by which link; a call may have none.</param>
internal sealed record MeetingTime(DateTimeOffset StartsAt, int Minutes, MeetingWay Way, string? Place, Guid OwnerId);

/// <summary>
/// A partner and a caseworker meet (rendez-vous). The database refuses a second one of the same caseworker at the same time
/// (<c>ex_spouse_meeting_overlap</c>, Sql/after/310-spouse-meetings.sql).
/// </summary>
internal sealed class SpouseMeeting
{
    public const int MaxPlaceLength = 300, FewestMinutes = 5, MostMinutes = 480;

    private SpouseMeeting() { }

    /// <summary>Drawn by the form: sent twice, it is one meeting.</summary>
    public Guid Id { get; private init; }
    public Guid CaseId { get; private init; }

    /// <summary>The caseworker who is there.</summary>
    public Guid OwnerId { get; private set; }
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }
    public MeetingWay Way { get; private set; }
    public string? Place { get; private set; }

    /// <summary>How often it has changed since it was set: what a calendar goes by (RFC 5545, 3.8.7.4).</summary>
    public int Sequence { get; private set; }
    public DateTimeOffset? CancelledAt { get; private set; }
    public Guid SetById { get; private init; }
    public DateTimeOffset SetAt { get; private init; }

    public int Minutes => (int)(EndsAt - StartsAt).TotalMinutes;

    private MeetingTime Time => new(StartsAt, Minutes, Way, Place, OwnerId);

    public static SpouseMeeting Of(Guid id, Guid caseId, MeetingTime time, Guid setById, DateTimeOffset now)
    {
        var meeting = new SpouseMeeting { Id = id, CaseId = caseId, SetById = setById, SetAt = now };
        meeting.Take(time);
        return meeting;
    }

    public bool IsOverAt(DateTimeOffset now) => CancelledAt is not null || EndsAt <= now;

    /// <returns>Whether that changed anything.</returns>
    public Result<bool> MoveTo(MeetingTime time, DateTimeOffset now)
    {
        if (IsOverAt(now))
        {
            return SpouseErrors.MeetingOver;
        }

        if (time == Time)
        {
            return false;
        }

        Take(time);
        Sequence++;
        return true;
    }

    /// <returns>Whether that changed anything: cancelled twice, it is cancelled once.</returns>
    public Result<bool> Cancel(DateTimeOffset now)
    {
        if (CancelledAt is not null)
        {
            return false;
        }

        if (IsOverAt(now))
        {
            return SpouseErrors.MeetingOver;
        }

        CancelledAt = now;
        Sequence++;
        return true;
    }

    private void Take(MeetingTime time) =>
        (StartsAt, EndsAt, Way, Place, OwnerId) = (time.StartsAt, time.StartsAt.AddMinutes(time.Minutes), time.Way, time.Place, time.OwnerId);
}
