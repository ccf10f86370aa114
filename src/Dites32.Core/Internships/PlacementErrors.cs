using Dites32.Core.Shared;

namespace Dites32.Core.Internships;

public static class PlacementErrors
{
    public static readonly Error NotFound = new(ErrorKind.NotFound, "placement.not-found", "Ce terrain de stage n'existe pas.");

    public static readonly Error NameTaken = Said(
        "placement.name-taken", "Name", "Un terrain de stage porte déjà ce nom.", ErrorKind.Conflict);

    public static readonly Error WrongSupervisors = Said(
        "placement.wrong-supervisors", "Supervisors", "Choisissez quatre maîtres de stage au plus, chacun une fois.");

    public static readonly Error WrongShares = Said(
        "placement.wrong-shares", "Supervisors", "Les parts de temps des maîtres de stage font 100\u00a0% à elles toutes, et chacune au moins 1\u00a0%.");

    public static readonly Error BelowAssignments = Said(
        "placement.below-assignments", "Capacity", "Plus d'internes que cela y sont déjà affectés\u00a0: déplacez-les d'abord.", ErrorKind.Conflict);

    public static readonly Error HasComing = new(
        ErrorKind.Conflict, "placement.has-coming", "Des internes y sont affectés pour un semestre qui n'est pas fini\u00a0: déplacez-les d'abord.");

    private static Error Said(string code, string field, string message, ErrorKind kind = ErrorKind.Invalid) =>
        new(kind, code, message, new Dictionary<string, string[]> { [field] = [message] });
}
