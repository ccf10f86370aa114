namespace Dites32.Core.Shared;

/// <summary>What a person may do; one person may hold several. Its number makes the role's id in the database: new roles come last.</summary>
public enum Role
{
    Candidate,

    /// <summary>Recruits for the sites that they are a member of.</summary>
    SiteRecruiter,

    /// <summary>The département's mission: recruits everywhere.</summary>
    Dites32Recruiter,
    Administrator,
    DataProtectionOfficer,

    /// <summary>Recruits as a <see cref="SiteRecruiter"/> does, for health centres.</summary>
    HealthCentreHr,

    /// <summary>Accompanies doctors' partners; opens nothing of what candidates write.</summary>
    SpouseCaseworker,

    /// <summary>Welcomes interns; opens nothing of what candidates write.</summary>
    InternshipCoordinator,

    /// <summary>Keeps the organisations and their sites; neither gives rights on them nor opens an application.</summary>
    TerritoryManager,
}

public static class Roles
{
    public static string Label(this Role role) => role switch
    {
        Role.Candidate => "Candidat",
        Role.SiteRecruiter => "Recruteur d'un site",
        Role.Dites32Recruiter => "Mission Dites32",
        Role.Administrator => "Administrateur",
        Role.DataProtectionOfficer => "Délégué à la protection des données",
        Role.HealthCentreHr => "Ressources humaines d'un centre de santé",
        Role.SpouseCaseworker => "Chargé d'accompagnement des conjoints",
        Role.InternshipCoordinator => "Coordinateur des internes",
        Role.TerritoryManager => "Responsable du territoire",
    };

    /// <summary>Given by the portal's people, never by registering; counts only after a second factor.</summary>
    public static bool IsStaff(this Role role) => role != Role.Candidate;
}
