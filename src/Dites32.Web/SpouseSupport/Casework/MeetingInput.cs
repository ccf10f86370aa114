using Dites32.Core.SpouseSupport;

namespace Dites32.Web.SpouseSupport.Casework;

/// <summary>The form of a meeting, as text: what was typed comes back as it was.</summary>
public sealed class MeetingInput
{
    public string? SubmissionId { get; set; }
    public string? Version { get; set; }
    public string? Day { get; set; }
    public string? Hour { get; set; }
    public string? Minutes { get; set; }
    public string? Way { get; set; }
    public string? Place { get; set; }
    public string? OwnerId { get; set; }

    public MeetingForm Form => new() { Day = Day, Hour = Hour, Minutes = Minutes, Way = Way, Place = Place, OwnerId = OwnerId };

    public static MeetingInput Of(MeetingToSet meeting) => new()
    {
        SubmissionId = Guid.CreateVersion7().ToString(),
        Version = meeting.Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Day = meeting.Form.Day,
        Hour = meeting.Form.Hour,
        Minutes = meeting.Form.Minutes,
        Way = meeting.Form.Way,
        Place = meeting.Form.Place,
        OwnerId = meeting.Form.OwnerId,
    };
}
