using Dites32.Core.Shared;

namespace Dites32.Core.Accounts.Passkeys;

public static class PasskeyErrors
{
    public static readonly Error NotFound = new(ErrorKind.NotFound, "passkey-not-found", "Cette clé d'accès n'existe plus.");

    public static readonly Error TooMany =
        new(ErrorKind.Conflict, "passkey-too-many", "Vous avez déjà dix clés d'accès\u00a0: retirez d'abord celles qui ne servent plus.");

    /// <summary>Of another site, another moment or another person.</summary>
    public static readonly Error Refused =
        new(ErrorKind.Invalid, "passkey-refused", "Cette clé d'accès n'a pas été acceptée. Rechargez la page et recommencez, ou connectez-vous par mot de passe.");
}
