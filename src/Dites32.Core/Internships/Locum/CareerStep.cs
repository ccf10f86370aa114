namespace Dites32.Core.Internships.Locum;

/// <summary>What may follow the semesters, in its usual order. Stored by name: a stage may be added, never renamed.</summary>
public enum CareerStage
{
    LicenceObtained,

    /// <summary>Replaces with a licence, before the thesis (remplaçant non thésé).</summary>
    LocumWithLicence,
    Thesis,

    /// <summary>Still an intern, in the consolidation, after the thesis (docteur junior).</summary>
    JuniorDoctor,
    LocumWithThesis,
    Collaborator,
    Salaried,
    Settled,
}

/// <summary>Who wrote a step, and so who may correct it.</summary>
public enum StepAuthor { Intern, Mission }

/// <param name="IsInGers">Null where it is not said.</param>
/// <param name="InseeCode">Of the Gers; null where it is not said.</param>
internal sealed record StepContent(CareerStage Stage, DateOnly Day, bool? IsInGers, string? InseeCode, bool IsShared);

/// <summary>
/// A dated step after, or beside, the semesters. An intern decides step by step whether the mission sees it: what is not shared
/// is in no query of a coordinator and in no figure (<see cref="CareerSteps.SeenByMission"/>).
/// </summary>
internal sealed class CareerStep
{
    private CareerStep() { }

    public Guid Id { get; private init; }
    public Guid InternId { get; private init; }
    public StepAuthor Author { get; private init; }
    public CareerStage Stage { get; private set; }
    public DateOnly Day { get; private set; }
    public bool? IsInGers { get; private set; }
    public string? InseeCode { get; private set; }

    /// <summary>Always, of a step that the mission wrote.</summary>
    public bool IsShared { get; private set; }
    public DateTimeOffset WrittenAt { get; private init; }

    public static CareerStep Of(Guid id, Guid internId, StepAuthor author, StepContent content, DateTimeOffset now)
    {
        var step = new CareerStep { Id = id, InternId = internId, Author = author, WrittenAt = now };
        step.Correct(content);
        return step;
    }

    public void Correct(StepContent content) =>
        (Stage, Day, IsInGers, InseeCode, IsShared) = (content.Stage, content.Day, content.IsInGers, content.InseeCode, content.IsShared || Author == StepAuthor.Mission);
}

internal static class CareerSteps
{
    /// <summary>The only way in which a coordinator's request or a figure reads steps.</summary>
    public static IQueryable<CareerStep> SeenByMission(this IQueryable<CareerStep> steps) => steps.Where(s => s.IsShared);
}

public static class CareerLabels
{
    public static string Label(this CareerStage stage) => stage switch
    {
        CareerStage.LicenceObtained => "Licence de remplacement obtenue",
        CareerStage.LocumWithLicence => "Remplacements, avec une licence",
        CareerStage.Thesis => "Thèse soutenue",
        CareerStage.JuniorDoctor => "Docteur junior",
        CareerStage.LocumWithThesis => "Remplacements, après la thèse",
        CareerStage.Collaborator => "Collaboration libérale",
        CareerStage.Salaried => "Exercice salarié",
        CareerStage.Settled => "Installation",
    };

    public static string Label(this StepAuthor author) => author switch
    {
        StepAuthor.Intern => "Écrit par l'interne",
        StepAuthor.Mission => "Écrit par la mission",
    };

    /// <summary>It happens somewhere.</summary>
    public static bool HasPlace(this CareerStage stage) =>
        stage is not (CareerStage.LicenceObtained or CareerStage.Thesis or CareerStage.JuniorDoctor);
}
