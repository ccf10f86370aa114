using Dites32.Core.Shared;

namespace Dites32.Core.Accounts.External;

public static class ExternalErrors
{
    /// <summary>Nobody has linked it to an account.</summary>
    public static readonly Error Unknown = new(ErrorKind.NotFound, "external-unknown", "Cette connexion n'est reliée à aucun compte.");

    public static readonly Error NotFound = new(ErrorKind.NotFound, "external-not-found", "Cette connexion n'est plus reliée à votre compte.");

    public static readonly Error Taken = new(ErrorKind.Conflict, "external-taken",
        "Cette connexion ouvre déjà un autre compte\u00a0: retirez-la d'abord de cet autre compte.");

    public static readonly Error OneOfEach = new(ErrorKind.Conflict, "external-one-of-each",
        "Votre compte est déjà relié à une autre identité de ce service\u00a0: retirez-la d'abord.");
}
