using Dites32.Core.Shared;

namespace Dites32.Core.Internships;

public static class InternErrors
{
    public static readonly Error NotFound = new(ErrorKind.NotFound, "intern.not-found", "Cette fiche d'interne n'existe pas, ou a été effacée.");

    public static readonly Error EmailTaken = Said(
        "intern.email-taken", "Email", "Un interne est déjà connu sous cette adresse.", ErrorKind.Conflict);

    public static readonly Error WrongResidency = Said(
        "intern.wrong-residency", "ResidencyCode", "Cette maquette n'est pas celle de la date d'entrée\u00a0: choisissez l'autre, ou corrigez la date.");

    private static Error Said(string code, string field, string message, ErrorKind kind = ErrorKind.Invalid) =>
        new(kind, code, message, new Dictionary<string, string[]> { [field] = [message] });
}
