using Dites32.Core.Shared;

namespace Dites32.Core.Accounts.SecondFactors;

public static class SecondFactorErrors
{
    public static readonly Error FirstStepAgain =
        new(ErrorKind.Conflict, "second-step-over", "Plus de dix minutes sont passées\u00a0: recommencez par votre mot de passe.");

    public static readonly Error NotActive = new(ErrorKind.NotFound, "second-factor-none", "La double authentification n'est pas activée.");

    public static readonly Error Needed =
        new(ErrorKind.Conflict, "second-factor-needed", "Votre rôle demande la double authentification\u00a0: elle ne peut pas être retirée.");

    public static readonly Error OutOfReach = new(ErrorKind.Conflict, "second-factor-out-of-reach",
        "Ce compte est protégé par une clé d'accès\u00a0: déconnectez-vous, puis revenez avec elle. Si vous ne l'avez plus, demandez à la mission.");

    public static readonly Error OfferEnded =
        new(ErrorKind.Conflict, "second-factor-offer-ended", "Cette page ne sert plus\u00a0: rechargez-la pour obtenir une nouvelle clé.");

    public static readonly Error OwnFactor =
        new(ErrorKind.Conflict, "second-factor-own", "Votre propre double authentification se change depuis votre compte.");

    private static readonly Error Wrong = SharedErrors.Invalid("Code", "Ce code n'est pas le bon. Vérifiez l'heure de votre téléphone, et prenez le code affiché à cet instant.");
    private static readonly Error Used = SharedErrors.Invalid("Code", "Ce code a déjà servi\u00a0: attendez le suivant, une demi-minute au plus.");
    private static readonly Error Paused = SharedErrors.Invalid("Code", "Trop de codes faux\u00a0: attendez quelques minutes avant de recommencer.");

    internal static Error Of(CodeAnswer answer) => answer switch
    {
        CodeAnswer.Used => Used,
        CodeAnswer.Paused => Paused,
        CodeAnswer.Wrong or CodeAnswer.Accepted => Wrong,
    };
}
