using Dites32.Core.SpouseSupport;

namespace Dites32.Web.SpouseSupport;

/// <summary>The form of a partner, as text: what was typed comes back as it was.</summary>
public sealed class SpouseInput
{
    public string? SubmissionId { get; set; }
    public string? Version { get; set; }
    public string? Name { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public string? Couple { get; set; }
    public string? DoctorName { get; set; }
    public string? Profession { get; set; }
    public string? Project { get; set; }
    public string? Commune { get; set; }
    public string? ArrivesOn { get; set; }
    public string? Message { get; set; }
    public string? Agrees { get; set; }

    /// <summary>Of the field that robots fill.</summary>
    public string? Website { get; set; }

    public bool HasAgreed => Agrees == "true";

    public SpouseForm Form => new()
    {
        Name = Name,
        Phone = Phone,
        Couple = Couple,
        DoctorName = DoctorName,
        Profession = Profession,
        Project = Project,
        Commune = Commune,
        ArrivesOn = ArrivesOn,
        Message = Message,
    };

    public static SpouseInput Of(MySpouseCase mine) => new()
    {
        Version = mine.Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Name = mine.Form.Name,
        Phone = mine.Form.Phone,
        Couple = mine.Form.Couple,
        DoctorName = mine.Form.DoctorName,
        Profession = mine.Form.Profession,
        Project = mine.Form.Project,
        Commune = mine.Form.Commune,
        ArrivesOn = mine.Form.ArrivesOn,
        Message = mine.Form.Message,
    };
}
