using Dites32.Core.Shared;

namespace Dites32.Core.Offers;

internal static class OfferErrors
{
    public static readonly Error NotFound =
        new(ErrorKind.NotFound, "offer.not-found", "Cette offre n'existe pas ou n'est plus en ligne.");

    public static readonly Error Closed =
        new(ErrorKind.Conflict, "offer.closed", "Cette offre ne reçoit plus de candidatures.");

    public static readonly Error AlreadyPast =
        new(ErrorKind.Conflict, "offer.already-past", "La date limite est passée\u00a0: choisissez-en une autre avant de publier.");

    public static readonly Error BadClosingDay =
        new(ErrorKind.Invalid, "offer.closing-day", "Choisissez une date limite entre aujourd'hui et dans un an.",
            new Dictionary<string, string[]> { ["ClosesOn"] = ["Choisissez une date limite entre aujourd'hui et dans un an."] });

    public static readonly Error ChooseKind = OnField("offer.choose-kind", "Kind", "Choisissez la nature de l'offre.");

    public static readonly Error SiteClosed = OnField("offer.site-closed", "SiteId", "Ce site est fermé\u00a0: il ne recrute plus.");

    public static readonly Error WasPublished =
        new(ErrorKind.Conflict, "offer.was-published", "Cette offre a été en ligne\u00a0: elle se termine en répondant à toutes les candidatures.");

    public static readonly Error StageInUse =
        new(ErrorKind.Conflict, "offer.stage-in-use", "Une étape qui contient des candidatures ne peut pas être retirée. Déplacez-les d'abord.");

    /// <summary>Something is missing before the offer may go on line.</summary>
    public static Error Incomplete(IReadOnlyDictionary<string, string> missing) => new(
        ErrorKind.Invalid, "offer.incomplete", "Il manque des réponses avant de publier\u00a0: complétez l'offre.",
        missing.ToDictionary(m => m.Key, m => new[] { m.Value }));

    public static Error ChangedBy(OfferChange change) => new(
        ErrorKind.Conflict, "offer.changed-by",
        $"{change.Who ?? "Le portail"} a modifié cette offre le {change.At.InWords()} ({change.What}). Votre saisie n'est pas enregistrée.");

    public static Error Ended(OfferStatus status) =>
        new(ErrorKind.Conflict, "offer.ended", $"Cette offre est «\u00a0{status.Label()}\u00a0»\u00a0: elle ne se modifie plus. Vous pouvez la copier.");

    public static Error CannotMove(OfferStatus status) =>
        new(ErrorKind.Conflict, "offer.cannot-move", $"Cette offre est «\u00a0{status.Label()}\u00a0»\u00a0: cette action n'est plus possible. Rechargez la page.");

    public static Error TooEarlyToHire(DateOnly? publishedOn) => new(ErrorKind.Conflict, "offer.too-early-to-hire",
        publishedOn is { } day
            ? $"L'employeur est public\u00a0: le recrutement n'est possible qu'à partir du {day.AddMonths(1).InWords()}, un mois après la publication de la vacance, sauf urgence motivée par écrit."
            : "L'employeur est public\u00a0: le numéro de déclaration au centre de gestion et la date de publication de la vacance manquent, ou une urgence motivée par écrit.");

    private static Error OnField(string code, string field, string message) =>
        new(ErrorKind.Invalid, code, message, new Dictionary<string, string[]> { [field] = [message] });
}
