using System.Globalization;
using Dites32.Core.Internships;
using Dites32.Core.Shared;
using Dites32.Web.Shared.Forms;

namespace Dites32.Web.Internships;

/// <summary>A supervisor's form, as text.</summary>
public sealed class SupervisorInput
{
    public string? SubmissionId { get; set; }
    public string? Version { get; set; }
    public string? Name { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public string? TrainedOn { get; set; }
    public string? ApprovedUntil { get; set; }
    public string? Wish { get; set; }
    public string? Note { get; set; }
    public string? Habits { get; set; }

    public uint ReadVersion => RowVersion.Read(Version);

    public SupervisorForm Form => new()
    {
        Name = Name,
        Email = Email,
        Phone = Phone,
        TrainedOn = TrainedOn,
        ApprovedUntil = ApprovedUntil,
        Wish = Wish,
        Note = Note,
        Habits = Habits,
    };

    public static SupervisorInput Of(SupervisorFile file) => new()
    {
        Version = file.Version.ToString(CultureInfo.InvariantCulture),
        Name = file.Name,
        Email = file.Email,
        Phone = file.Phone,
        TrainedOn = file.TrainedOn?.ForMachines(),
        ApprovedUntil = file.ApprovedUntil?.ForMachines(),
        Wish = file.Wish.ToString(),
        Note = file.Note,
        Habits = file.Habits,
    };
}
