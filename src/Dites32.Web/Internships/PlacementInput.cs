using System.Globalization;
using Dites32.Core.Internships;
using Dites32.Core.Shared;
using Dites32.Web.Shared.Forms;

namespace Dites32.Web.Internships;

/// <summary>A placement's form, as text.</summary>
public sealed class PlacementInput
{
    public string? SubmissionId { get; set; }
    public string? Version { get; set; }
    public string? Name { get; set; }
    public string? Kind { get; set; }
    public string? SpecialtyCode { get; set; }
    public string? Commune { get; set; }
    public string? Address { get; set; }
    public string? ApprovedUntil { get; set; }
    public string? Capacity { get; set; }
    public string[]? Slots { get; set; }
    public string? Supervisor1 { get; set; }
    public string? Share1 { get; set; }
    public string? Supervisor2 { get; set; }
    public string? Share2 { get; set; }
    public string? Supervisor3 { get; set; }
    public string? Share3 { get; set; }
    public string? Supervisor4 { get; set; }
    public string? Share4 { get; set; }

    public uint ReadVersion => RowVersion.Read(Version);

    public IReadOnlyList<(string? SupervisorId, string? Share)> Supervisors =>
        [(Supervisor1, Share1), (Supervisor2, Share2), (Supervisor3, Share3), (Supervisor4, Share4)];

    public PlacementForm Form => new()
    {
        Name = Name,
        Kind = Kind,
        SpecialtyCode = SpecialtyCode,
        Commune = Commune,
        Address = Address,
        ApprovedUntil = ApprovedUntil,
        Capacity = Capacity,
        Slots = Slots ?? [],
        Supervisors = Supervisors,
    };

    public static PlacementInput Of(PlacementFile file)
    {
        var shares = file.Shares.Select(s => (Id: (string?)s.Id.ToString(), Share: (string?)s.Share.ToString(CultureInfo.InvariantCulture))).ToList();
        (string? Id, string? Share) At(int index) => index < shares.Count ? shares[index] : (null, null);
        return new()
        {
            Version = file.Version.ToString(CultureInfo.InvariantCulture),
            Name = file.Row.Name,
            Kind = file.Row.Kind.ToString(),
            SpecialtyCode = file.SpecialtyCode,
            Commune = file.CommuneLabel,
            Address = file.Address,
            ApprovedUntil = file.Row.ApprovedUntil?.ForMachines(),
            Capacity = file.Row.Capacity.ToString(CultureInfo.InvariantCulture),
            Slots = [.. file.Row.Slots.Select(s => s.ToString())],
            Supervisor1 = At(0).Id,
            Share1 = At(0).Share,
            Supervisor2 = At(1).Id,
            Share2 = At(1).Share,
            Supervisor3 = At(2).Id,
            Share3 = At(2).Share,
            Supervisor4 = At(3).Id,
            Share4 = At(3).Share,
        };
    }
}
