using System.Globalization;
using Dites32.Core.Internships.Events;
using Dites32.Core.Shared;
using Dites32.Web.Shared.Forms;

namespace Dites32.Web.Internships.Events;

/// <summary>An event's form, as text.</summary>
public sealed class EventInput
{
    public string? SubmissionId { get; set; }
    public string? Version { get; set; }
    public string? Kind { get; set; }
    public string? Title { get; set; }
    public string? Day { get; set; }
    public string? StartsAt { get; set; }
    public string? EndsAt { get; set; }
    public string? Place { get; set; }
    public string? Organiser { get; set; }
    public string? Description { get; set; }
    public string? Seats { get; set; }
    public string? RegisterUntil { get; set; }
    public string? Cost { get; set; }

    public uint ReadVersion => RowVersion.Read(Version);

    public EventForm Form => new()
    {
        Kind = Kind,
        Title = Title,
        Day = Day,
        StartsAt = StartsAt,
        EndsAt = EndsAt,
        Place = Place,
        Organiser = Organiser,
        Description = Description,
        Seats = Seats,
        RegisterUntil = RegisterUntil,
        Cost = Cost,
    };

    public static EventInput Of(EventFile file) => new()
    {
        Version = file.Version.ToString(CultureInfo.InvariantCulture),
        Kind = file.Sheet.Kind.ToString(),
        Title = file.Sheet.Title,
        Day = file.Sheet.StartsAt.ParisDay().ForMachines(),
        StartsAt = Hour(file.Sheet.StartsAt),
        EndsAt = Hour(file.Sheet.EndsAt),
        Place = file.Sheet.Place,
        Organiser = file.Sheet.Organiser,
        Description = file.Sheet.Description,
        Seats = file.Sheet.Seats?.ToString(CultureInfo.InvariantCulture),
        RegisterUntil = file.Sheet.RegisterUntil?.ForMachines(),
        Cost = file.Sheet.Cost,
    };

    private static string Hour(DateTimeOffset instant) => instant.ToParis().ToString("HH:mm", CultureInfo.InvariantCulture);
}
