using Dites32.Core.Shared;

namespace Dites32.Core.Accounts;

/// <summary>The accounts of the demo. Their password is public: they exist only where the demo was put.</summary>
internal static class DemoAccounts
{
    public const string Password = "demonstration-gers-32";

    public const string Candidate = "candidat@demo.dites32.example";
    public const string Caseworker = "conjoints@demo.dites32.example";
    public const string Intern = "interne@demo.dites32.example";
    public const string Coordinator = "internes@demo.dites32.example";

    public static readonly IReadOnlyList<DemoAccount> All =
    [
        new(Candidate, "Dr Camille Lasserre", Password, Role.Candidate),
        new("site@demo.dites32.example", "Hélène Castéra", Password, Role.SiteRecruiter),
        new("mission@demo.dites32.example", "Mathieu Darrieux", Password, Role.Dites32Recruiter),
        new("admin@demo.dites32.example", "Sylvie Barthe", Password, Role.Administrator),
        new("dpd@demo.dites32.example", "Julien Fourcade", Password, Role.DataProtectionOfficer),
        new("rh@demo.dites32.example", "Claire Sénac", Password, Role.HealthCentreHr),
        new(Caseworker, "Maylis Duprat", Password, Role.SpouseCaseworker),
        new(Coordinator, "Aurélie Danos", Password, Role.InternshipCoordinator),
        new(Intern, "Léa Tournier", Password, Role.Candidate),
        new("territoire@demo.dites32.example", "Bernard Laborde", Password, Role.TerritoryManager),
    ];
}

public sealed record DemoAccount(string Email, string DisplayName, string Password, Role Role);
