namespace Dites32.Web.Internships.Housing;

/// <summary>The forms of one room and of a stay in it, as text.</summary>
public sealed class RoomInput
{
    public string? Id { get; set; }
    public string? Version { get; set; }
    public string? Name { get; set; }
    public string? MonthlyRent { get; set; }
    public bool IsOpen { get; set; }

    public Guid ReadId => Guid.TryParse(Id, out var id) ? id : Guid.Empty;
}

/// <summary>A stay: a room and its days, for an intern.</summary>
public sealed class StayInput
{
    /// <summary>Of the booking, or drawn for a new one.</summary>
    public string? Id { get; set; }
    public string? Version { get; set; }
    public string? InternId { get; set; }
    public string? RoomId { get; set; }
    public string? StartsOn { get; set; }
    public string? EndsOn { get; set; }

    public Guid ReadId => Read(Id);

    public Guid ReadInternId => Read(InternId);

    public Guid ReadRoomId => Read(RoomId);

    private static Guid Read(string? text) => Guid.TryParse(text, out var id) ? id : Guid.Empty;
}
