using Dites32.Core.Shared;

namespace Dites32.Core.Accounts;

public static class AccountErrors
{
    public static readonly Error NotFound = new(ErrorKind.NotFound, "account-not-found", "Ce compte n'existe pas.");

    public static readonly Error SessionNotFound = new(ErrorKind.NotFound, "session-not-found", "Cette session n'existe plus.");

    public static readonly Error LinkHasEnded =
        new(ErrorKind.Invalid, "account-link-ended", "Ce lien n'est plus valable\u00a0: il a déjà servi, ou il est trop ancien. Demandez-en un nouveau.");

    public static readonly Error TooManyAttempts =
        new(ErrorKind.Conflict, "account-too-many-attempts", "Trop d'essais\u00a0: attendez quelques minutes avant de recommencer.");

    public static readonly Error OwnAdministration =
        new(ErrorKind.Conflict, "account-own-administration", "Vous ne pouvez pas vous retirer l'administration\u00a0: demandez-le à un autre administrateur.");

    public static readonly Error OwnClosing =
        new(ErrorKind.Conflict, "account-own-closing", "Vous ne pouvez pas fermer votre propre compte\u00a0: demandez-le à un autre administrateur.");

    public static readonly Error WrongCurrentPassword = SharedErrors.Invalid("CurrentPassword", "Ce n'est pas votre mot de passe actuel.");

    public static readonly Error AddressTaken =
        SharedErrors.Invalid("Email", "Cette adresse a déjà un compte\u00a0: changez ses rôles depuis la liste des comptes.");

    public static Error BadPassword(string field, string problem) => SharedErrors.Invalid(field, problem);
}
