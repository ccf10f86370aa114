using Dites32.Core.Shared;

namespace Dites32.Core.Privacy;

public static class PrivacyErrors
{
    public static readonly Error StaffAccount = new(ErrorKind.Forbidden, "privacy.staff-account",
        "Votre compte sert à recruter\u00a0: des offres et des candidatures dépendent de vous, et ce que vous y avez fait doit pouvoir être expliqué. "
        + "Demandez à la mission Dites32 de confier vos offres à quelqu'un d'autre\u00a0; un administrateur fermera alors votre compte.");
}
