using Dites32.Core.Offers;
using Dites32.Core.Shared;

namespace Dites32.Core.Applications;

internal static class ApplicationErrors
{
    public static readonly Error NotFound =
        new(ErrorKind.NotFound, "application.not-found", "Cette candidature n'existe pas.");

    public static readonly Error DraftNotFound =
        new(ErrorKind.NotFound, "draft.not-found", "Cette candidature en cours n'existe plus.");

    public static readonly Error DraftIncomplete =
        new(ErrorKind.Conflict, "draft.incomplete", "Il manque votre statut ou votre message : complétez l'étape précédente avant d'envoyer.");

    public static readonly Error AlreadySent =
        new(ErrorKind.Conflict, "draft.sent", "Cette candidature est déjà envoyée : elle ne se modifie plus ici.");

    public static readonly Error AddressTaken = new(ErrorKind.Invalid, "application.address-taken",
        "Certains champs sont à corriger.",
        new Dictionary<string, string[]> { ["Email"] = ["Cette adresse ne peut pas être utilisée pour cette candidature."] });

    public static readonly Error AnswerMissing =
        new(ErrorKind.Conflict, "application.answer-missing", "Cette décision demande un motif et une réponse à la personne.");

    public static readonly Error TooLateToTakeBack =
        new(ErrorKind.Conflict, "application.too-late", "Il est trop tard pour annuler : le courriel est parti.");

    public static readonly Error StageGone =
        new(ErrorKind.Conflict, "application.stage-gone", "Cette étape n'existe pas dans ce suivi. Rechargez la page.");

    public static readonly Error CompletedMeanwhile = new(ErrorKind.Conflict, "application.completed-meanwhile",
        "La personne vient de compléter sa candidature. Regardez-la avant de décider, puis recommencez.");

    public static Error CannotMove(StageCategory from, StageCategory to) => new(ErrorKind.Conflict, "application.cannot-move",
        $"Une candidature « {from.PublicLabel()} » ne peut pas passer à « {to.PublicLabel()} ».");

    /// <summary>Two recruiters, one card.</summary>
    public static Error MovedMeanwhile(string who, DateTimeOffset when, string stage) => new(ErrorKind.Conflict, "application.moved-meanwhile",
        $"{who} a déplacé cette candidature à « {stage} » le {when.InWords()}. Votre déplacement n'a pas été fait.");
}
