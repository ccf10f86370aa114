using Dites32.Core.Shared;

namespace Dites32.Core.Internships.Locum;

/// <param name="Id">Of the step.</param>
internal readonly record struct DatedStage(Guid Id, CareerStage Stage, DateOnly Day);

/// <summary>
/// In which order steps can follow each other. One replaces before the thesis with a licence only; a junior doctor has passed
/// the thesis; whoever replaces after it, settles, collaborates or is employed as a doctor has too. Whether a junior doctor may
/// replace with a licence is not known: it is not written here.
/// </summary>
internal static class CareerRules
{
    /// <returns>Null where the step can be.</returns>
    public static Error? Refuses(DatedStage step, IReadOnlyCollection<DatedStage> others)
    {
        bool Before(CareerStage stage) => others.Any(o => o.Id != step.Id && o.Stage == stage && o.Day <= step.Day);
        return step.Stage switch
        {
            CareerStage.LocumWithLicence when Before(CareerStage.JuniorDoctor) => CareerErrors.JuniorDoctor,
            CareerStage.LocumWithLicence when Before(CareerStage.Thesis) => CareerErrors.AlreadyThesis,
            CareerStage.LocumWithLicence when !Before(CareerStage.LicenceObtained) => CareerErrors.NeedsLicence,
            CareerStage.JuniorDoctor or CareerStage.LocumWithThesis or CareerStage.Collaborator or CareerStage.Salaried or CareerStage.Settled
                when !Before(CareerStage.Thesis) => CareerErrors.NeedsThesis,
            _ => null,
        };
    }

    /// <summary>The first thing wrong that a change brings; what was wrong before is left alone.</summary>
    /// <param name="changed">The step that is written or corrected; null when one is removed.</param>
    public static Error? BrokenBy(IReadOnlyCollection<DatedStage> before, IReadOnlyCollection<DatedStage> after, Guid? changed)
    {
        if (after.Where(s => s.Id == changed).Select(s => Refuses(s, after)).FirstOrDefault(e => e is not null) is { } wrong)
        {
            return wrong;
        }

        return after.Any(s => s.Id != changed && Refuses(s, after) is not null && Refuses(s, before) is null) ? CareerErrors.Carries : null;
    }
}

public static class CareerErrors
{
    public static readonly Error NotFound = new(ErrorKind.NotFound, "career.not-found", "Cette étape n'existe pas, ou n'existe plus.");

    public static readonly Error NeedsLicence = Said("career.needs-licence", "Day", "Écrivez d'abord la licence de remplacement\u00a0: elle vient avant les remplacements.");

    public static readonly Error NeedsThesis = Said("career.needs-thesis", "Day", "Écrivez d'abord la thèse\u00a0: elle vient avant cette étape.");

    public static readonly Error AlreadyThesis = Said(
        "career.already-thesis", "Stage", "La thèse est soutenue à cette date\u00a0: choisissez «\u00a0Remplacements, après la thèse\u00a0».");

    public static readonly Error JuniorDoctor = Said(
        "career.junior-doctor", "Stage", "Rien ne nous dit qu'un docteur junior puisse remplacer avec une licence\u00a0: demandez au conseil départemental de l'Ordre.");

    public static readonly Error Carries = Said(
        "career.carries", "Day", "Une autre étape s'appuie sur celle-ci, à cette date\u00a0: corrigez-la d'abord.", ErrorKind.Conflict);

    private static Error Said(string code, string field, string message, ErrorKind kind = ErrorKind.Invalid) =>
        new(kind, code, message, new Dictionary<string, string[]> { [field] = [message] });
}
