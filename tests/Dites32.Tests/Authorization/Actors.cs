namespace Dites32.Tests.Authorization;

/// <summary>Who sends the requests of authorization.yaml: its actors, in its words.</summary>
internal static class Actors
{
    public const string Anonymous = "anonymous";
    public const string CandidateA = "candidate-a";
    public const string CandidateB = "candidate-b";

    /// <summary>Without account, with the personal links of what belongs to A.</summary>
    public const string HolderA = "holder-a";
    public const string HolderB = "holder-b";
    public const string RecruiterA = "recruiter-a";
    public const string RecruiterB = "recruiter-b";

    /// <summary>Of the human resources of a health centre, and a member of A's site.</summary>
    public const string HealthCentreHr = "hr-a";
    public const string Mission = "mission";
    public const string Administrator = "administrator";

    /// <summary>An administrator who showed who they are eleven minutes ago.</summary>
    public const string LateAdministrator = "late-administrator";

    /// <summary>An administrator signed in by the password alone.</summary>
    public const string WeakAdministrator = "weak-administrator";
    public const string Officer = "officer";
    public const string Caseworker = "caseworker";

    /// <summary>A doctor's partner in their space, whose file is A's.</summary>
    public const string SpouseA = "spouse-a";
    public const string SpouseB = "spouse-b";
    public const string Coordinator = "coordinator";
    public const string Territory = "territory";

    /// <summary>An administrator whose account was closed while they were signed in.</summary>
    public const string Closed = "closed";

    /// <summary>An administrator whose role was taken away while they were signed in.</summary>
    public const string Stripped = "stripped";
    public const string System = "system";

    public static readonly IReadOnlyList<string> All =
    [
        Anonymous, CandidateA, CandidateB, HolderA, HolderB, RecruiterA, RecruiterB, HealthCentreHr, Mission, Administrator,
        LateAdministrator, WeakAdministrator, Officer, Caseworker, Coordinator, Territory, Closed, Stripped, SpouseA, SpouseB, System,
    ];
}
