using System.Globalization;
using Dites32.Core.Internships.Housing;
using Dites32.Web.Shared.Forms;

namespace Dites32.Web.Internships.Housing;

/// <summary>A dwelling's form, as text.</summary>
public sealed class DwellingInput
{
    public string? SubmissionId { get; set; }
    public string? Version { get; set; }
    public string? Name { get; set; }
    public string? Commune { get; set; }
    public string? Address { get; set; }
    public string? OwnerName { get; set; }
    public string? OwnerPhone { get; set; }
    public string? OwnerEmail { get; set; }
    public bool IsOfAuthority { get; set; }
    public string? Description { get; set; }
    public string? Keys { get; set; }
    public string? Road { get; set; }
    public string? Rules { get; set; }

    public uint ReadVersion => RowVersion.Read(Version);

    public DwellingForm Form => new()
    {
        Name = Name,
        Commune = Commune,
        Address = Address,
        OwnerName = OwnerName,
        OwnerPhone = OwnerPhone,
        OwnerEmail = OwnerEmail,
        IsOfAuthority = IsOfAuthority,
        Description = Description,
        Keys = Keys,
        Road = Road,
        Rules = Rules,
    };

    public static DwellingInput Of(DwellingFile file) => new()
    {
        Version = file.Version.ToString(CultureInfo.InvariantCulture),
        Name = file.Name,
        Commune = file.CommuneLabel,
        Address = file.Address,
        OwnerName = file.OwnerName,
        OwnerPhone = file.OwnerPhone,
        OwnerEmail = file.OwnerEmail,
        IsOfAuthority = file.IsOfAuthority,
        Description = file.Description,
        Keys = file.Keys,
        Road = file.Road,
        Rules = file.Rules,
    };
}
