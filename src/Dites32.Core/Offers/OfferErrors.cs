using Dites32.Core.Shared;

namespace Dites32.Core.Offers;

internal static class OfferErrors
{
    public static readonly Error NotFound =
        new(ErrorKind.NotFound, "offer.not-found", "Cette offre n'existe pas ou n'est plus en ligne.");

    public static readonly Error Closed =
        new(ErrorKind.Conflict, "offer.closed", "Cette offre ne reçoit plus de candidatures.");

    public static readonly Error AlreadyPast =
        new(ErrorKind.Conflict, "offer.already-past", "La date limite est passée : choisissez-en une autre avant de publier.");

    public static readonly Error BadClosingDay =
        new(ErrorKind.Invalid, "offer.closing-day", "Choisissez une date limite entre aujourd'hui et dans un an.",
            new Dictionary<string, string[]> { ["ClosesOn"] = ["Choisissez une date limite entre aujourd'hui et dans un an."] });

    public static Error Ended(OfferStatus status) =>
        new(ErrorKind.Conflict, "offer.ended", $"Cette offre est « {status.Label()} » : elle ne se modifie plus. Vous pouvez la copier.");

    public static Error CannotMove(OfferStatus status) =>
        new(ErrorKind.Conflict, "offer.cannot-move", $"Cette offre est « {status.Label()} » : cette action n'est plus possible. Rechargez la page.");

    public static Error TooEarlyToHire(DateOnly? publishedOn) => new(ErrorKind.Conflict, "offer.too-early-to-hire",
        publishedOn is { } day
            ? $"L'employeur est public : le recrutement n'est possible qu'à partir du {day.AddMonths(1).InWords()}, un mois après la publication de la vacance, sauf urgence motivée par écrit."
            : "L'employeur est public : le numéro de déclaration au centre de gestion et la date de publication de la vacance manquent, ou une urgence motivée par écrit.");
}
