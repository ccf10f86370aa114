namespace Dites32.Core.Internships;

/// <summary>What a supervisor says of the coming semesters.</summary>
public enum SupervisorWish { Unknown, WantsInterns, NotNow }

/// <param name="TrainedOn">The day of the supervisors' training; null before it.</param>
/// <param name="ApprovedUntil">The last day of the approval by the health agency; null without one.</param>
/// <param name="Habits">What their interns read before they arrive: hours, lunch, how they work.</param>
internal sealed record SupervisorProfile(
    string Name, string? Email, string? Phone, DateOnly? TrainedOn, DateOnly? ApprovedUntil, SupervisorWish Wish, string? Note,
    string? Habits = null);

/// <summary>A practitioner who takes interns in (maître de stage universitaire, MSU), with their own follow-up.</summary>
internal sealed class Supervisor
{
    public const int MaxNameLength = 120, MaxNoteLength = 1000;

    private Supervisor() { }

    public Guid Id { get; private init; }
    public string Name { get; private set; } = "";
    public string? Email { get; private set; }
    public string? Phone { get; private set; }
    public DateOnly? TrainedOn { get; private set; }
    public DateOnly? ApprovedUntil { get; private set; }
    public SupervisorWish Wish { get; private set; }
    public string? Note { get; private set; }
    public string? Habits { get; private set; }

    public SupervisorProfile Profile() => new(Name, Email, Phone, TrainedOn, ApprovedUntil, Wish, Note, Habits);

    public static Supervisor Of(Guid id, SupervisorProfile profile)
    {
        var supervisor = new Supervisor { Id = id };
        supervisor.Correct(profile);
        return supervisor;
    }

    /// <summary>Forgets who it was: their placements show a file without a name until a coordinator puts somebody else there.</summary>
    public void Erase() => Correct(new SupervisorProfile("Données effacées", null, null, null, null, SupervisorWish.Unknown, null));

    public void Correct(SupervisorProfile profile) =>
        (Name, Email, Phone, TrainedOn, ApprovedUntil, Wish, Note, Habits) =
        (profile.Name, profile.Email, profile.Phone, profile.TrainedOn, profile.ApprovedUntil, profile.Wish, profile.Note, profile.Habits);
}

public static class SupervisorWishes
{
    public static string Label(this SupervisorWish wish) => wish switch
    {
        SupervisorWish.Unknown => "Pas encore demandé",
        SupervisorWish.WantsInterns => "Souhaite accueillir",
        SupervisorWish.NotNow => "Pas en ce moment",
    };
}
