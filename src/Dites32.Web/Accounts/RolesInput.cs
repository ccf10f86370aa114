using Dites32.Core.Shared;

namespace Dites32.Web.Accounts;

/// <summary>One box per role, as text: an unknown value is a box that was not ticked.</summary>
internal class RolesInput
{
    public string? Candidate { get; set; }
    public string? SiteRecruiter { get; set; }
    public string? Dites32Recruiter { get; set; }
    public string? Administrator { get; set; }
    public string? DataProtectionOfficer { get; set; }
    public string? HealthCentreHr { get; set; }
    public string? SpouseCaseworker { get; set; }
    public string? InternshipCoordinator { get; set; }
    public string? TerritoryManager { get; set; }

    public bool Has(Role role) => ValueOf(role) == "true";

    public IReadOnlyList<Role> Chosen => [.. Enum.GetValues<Role>().Where(Has)];

    private string? ValueOf(Role role) => role switch
    {
        Role.Candidate => Candidate,
        Role.SiteRecruiter => SiteRecruiter,
        Role.Dites32Recruiter => Dites32Recruiter,
        Role.Administrator => Administrator,
        Role.DataProtectionOfficer => DataProtectionOfficer,
        Role.HealthCentreHr => HealthCentreHr,
        Role.SpouseCaseworker => SpouseCaseworker,
        Role.InternshipCoordinator => InternshipCoordinator,
        Role.TerritoryManager => TerritoryManager,
    };
}
