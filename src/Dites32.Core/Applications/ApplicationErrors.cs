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
        new(ErrorKind.Conflict, "draft.incomplete", "Il manque votre statut ou votre message\u00a0: complétez l'étape précédente avant d'envoyer.");

    public static readonly Error AlreadySent =
        new(ErrorKind.Conflict, "draft.sent", "Cette candidature est déjà envoyée\u00a0: elle ne se modifie plus ici.");

    public static readonly Error AddressTaken = new(ErrorKind.Invalid, "application.address-taken",
        "Certains champs sont à corriger.",
        new Dictionary<string, string[]> { ["Email"] = ["Cette adresse ne peut pas être utilisée pour cette candidature."] });

    public static readonly Error JoinedToAnother = new(ErrorKind.Conflict, "application.joined-to-another",
        "Cette candidature est déjà rattachée à un autre compte\u00a0: connectez-vous avec celui-là pour la retrouver.");

    public static readonly Error AnswerMissing =
        new(ErrorKind.Conflict, "application.answer-missing", "Cette décision demande un motif et une réponse à la personne.");

    public static readonly Error Erased = new(ErrorKind.Conflict, "application.erased",
        "Les données de cette candidature sont effacées\u00a0: elle ne bouge plus, et rien ne s'y écrit.");

    public static readonly Error TooLateToTakeBack = new(ErrorKind.Conflict, "application.too-late",
        "Il est trop tard pour annuler ce déplacement. Vous pouvez déplacer de nouveau la candidature\u00a0: un courriel qui n'est pas encore parti est alors remplacé.");

    public static readonly Error MailLeaving = new(ErrorKind.Conflict, "application.mail-leaving",
        "Le courriel d'un déplacement précédent part en ce moment\u00a0: rien n'a été changé. Recommencez dans une minute.");

    public static readonly Error StageGone =
        new(ErrorKind.Conflict, "application.stage-gone", "Cette étape n'existe pas dans ce suivi. Rechargez la page.");

    public static readonly Error CompletedMeanwhile = new(ErrorKind.Conflict, "application.completed-meanwhile",
        "La personne vient de compléter sa candidature. Regardez-la avant de décider, puis recommencez.");

    public static readonly Error NotChosen = new(ErrorKind.Invalid, "application.not-chosen", "Certains champs sont à corriger.",
        new Dictionary<string, string[]> { ["Chosen"] = ["Choisissez une personne dont la candidature est acceptée, en cours de pièces ou de prise de fonction."] });

    public static readonly Error EndingChanged = new(ErrorKind.Conflict, "application.ending-changed",
        "La liste des personnes qui attendent une réponse vient de changer. Relisez-la avant d'envoyer\u00a0: votre texte est gardé.");

    public static readonly Error OwnAmongThem = new(ErrorKind.Conflict, "application.own-among-them",
        "Vous avez vous-même candidaté à cette offre\u00a0: un autre recruteur ou la mission doit la terminer.");

    public static readonly Error CandidateNotFound =
        new(ErrorKind.NotFound, "candidate.not-found", "Cette personne n'existe pas.");

    public static readonly Error NotAllYours = new(ErrorKind.Conflict, "candidate.not-all-yours",
        "Cette personne a aussi des candidatures que vous ne gérez pas\u00a0: demandez ce rapprochement à la mission Dites32.");

    public static Error PrivateWords(IEnumerable<(NoteTopic Topic, IReadOnlyList<string> Words)> found)
    {
        var topics = string.Join(", ", found.Select(f => $"{f.Topic.Label()} («\u00a0{string.Join("\u00a0», «\u00a0", f.Words)}\u00a0»)"));
        return new(ErrorKind.Conflict, AddNote.PrivateWordsCode, "Cette note parle peut-être de la vie privée de la personne\u00a0: elle n'est pas encore ajoutée.",
            new Dictionary<string, string[]>
            {
                ["Text"] = [$"À relire\u00a0: {topics}. La loi interdit d'en tenir compte pour recruter. Corrigez la note, ou confirmez-la."],
            });
    }

    public static Error CannotMove(StageCategory from, StageCategory to) => new(ErrorKind.Conflict, "application.cannot-move",
        $"Une candidature «\u00a0{from.PublicLabel()}\u00a0» ne peut pas passer à «\u00a0{to.PublicLabel()}\u00a0».");

    /// <summary>Two recruiters, one card.</summary>
    public static Error MovedMeanwhile(string who, DateTimeOffset when, string stage) => new(ErrorKind.Conflict, "application.moved-meanwhile",
        $"{who} a déplacé cette candidature à «\u00a0{stage}\u00a0» le {when.InWords()}. Votre déplacement n'a pas été fait.");
}
