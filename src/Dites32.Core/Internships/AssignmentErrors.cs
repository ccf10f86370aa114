using Dites32.Core.Shared;

namespace Dites32.Core.Internships;

public static class AssignmentErrors
{
    public static readonly Error NotFound = new(ErrorKind.NotFound, "assignment.not-found", "Cette affectation n'existe pas, ou n'existe plus.");

    public static readonly Error Overlaps = new(
        ErrorKind.Conflict, "assignment.overlaps", "Cet interne est déjà affecté à ces dates\u00a0: une personne n'est pas à deux endroits à la fois.");

    public static readonly Error Full = Said(
        "assignment.full", "PlacementId", "Ce terrain est complet pour ce semestre.", ErrorKind.Conflict);

    public static readonly Error Closed = Said(
        "assignment.closed", "PlacementId", "Ce terrain n'accueille plus d'internes.", ErrorKind.Conflict);

    public static readonly Error WrongSlot = Said(
        "assignment.wrong-slot", "Slot", "Ce terrain, ou la maquette de cet interne, n'a pas ce créneau.");

    public static readonly Error IsOver = new(
        ErrorKind.Conflict, "assignment.is-over", "Ce semestre a été conclu\u00a0: revenez d'abord à «\u00a0À valider\u00a0».");

    public static readonly Error OutsideSemester = Said(
        "assignment.outside-semester", "EndsOn", "Ces dates sortent du semestre.");

    public static readonly Error LeaveCountsForNothing = new(
        ErrorKind.Conflict, "assignment.leave", "Une disponibilité ou un congé ne se valide pas.");

    public static readonly Error WrongMonths = Said(
        "assignment.wrong-months", "MonthsPresent", "Écrivez le nombre de mois de présence, de 0 à 6.");

    public static readonly Error TooEarly = Said(
        "assignment.too-early", "MonthsPresent", "Ce semestre n'a pas encore duré assez longtemps pour être validé.");

    public static Error TooShort(int months) => Said(
        "assignment.too-short", "MonthsPresent", $"Il faut {months}\u00a0mois de présence au moins pour valider un semestre.");

    private static Error Said(string code, string field, string message, ErrorKind kind = ErrorKind.Invalid) =>
        new(kind, code, message, new Dictionary<string, string[]> { [field] = [message] });
}
