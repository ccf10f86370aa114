using Dites32.Core.Shared;

namespace Dites32.Core.Internships;

public static class SemesterErrors
{
    public static readonly Error NotFound = new(ErrorKind.NotFound, "semester.not-found", "Ce semestre n'existe pas.");

    public static readonly Error WrongLength = Said(
        "semester.wrong-length", "Un semestre dure de quatre à huit mois\u00a0: vérifiez ses deux dates.");

    public static readonly Error Overlaps = Said(
        "semester.overlaps", "Ces dates chevauchent celles d'un autre semestre.", ErrorKind.Conflict);

    public static readonly Error HasOtherDays = Said(
        "semester.has-other-days", "Des affectations de ce semestre ont des dates à elles, qui n'y tiendraient plus\u00a0: corrigez-les d'abord.", ErrorKind.Conflict);

    private static Error Said(string code, string message, ErrorKind kind = ErrorKind.Invalid) =>
        new(kind, code, message, new Dictionary<string, string[]> { ["EndsOn"] = [message] });
}
