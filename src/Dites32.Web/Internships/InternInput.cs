using System.Globalization;
using Dites32.Core.Internships;
using Dites32.Core.Shared;
using Dites32.Web.Shared.Forms;

namespace Dites32.Web.Internships;

/// <summary>An intern's form, as text.</summary>
public sealed class InternInput
{
    public string? SubmissionId { get; set; }
    public string? Version { get; set; }
    public string? Name { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public string? FacultyId { get; set; }
    public string? ResidencyCode { get; set; }
    public string? EnteredOn { get; set; }

    public uint ReadVersion => RowVersion.Read(Version);

    public InternForm Form => new()
    {
        Name = Name,
        Email = Email,
        Phone = Phone,
        FacultyId = FacultyId,
        ResidencyCode = ResidencyCode,
        EnteredOn = EnteredOn,
    };

    public static InternInput Of(InternFile file) => new()
    {
        Version = file.Version.ToString(CultureInfo.InvariantCulture),
        Name = file.Name,
        Email = file.Email,
        Phone = file.Phone,
        FacultyId = file.FacultyId?.ToString(),
        ResidencyCode = file.ResidencyCode,
        EnteredOn = file.EnteredOn.ForMachines(),
    };
}
