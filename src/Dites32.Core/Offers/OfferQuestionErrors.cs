using Dites32.Core.Shared;

namespace Dites32.Core.Offers;

internal static class OfferQuestionErrors
{
    public static readonly Error OfferClosed =
        new(ErrorKind.Conflict, "offer-question.offer-closed", "Cette offre n'est plus en ligne\u00a0: la question n'a pas été envoyée.");

    public static readonly Error TooMany = new(ErrorKind.Conflict, "offer-question.too-many",
        "Vous avez déjà envoyé plusieurs questions. Attendez la réponse à la première, ou revenez demain\u00a0: rien n'a été envoyé.");

    public static readonly Error NotFound =
        new(ErrorKind.NotFound, "offer-question.not-found", "Cette question n'existe pas, ou vous n'y avez pas accès.");

    public static readonly Error Answered = new(ErrorKind.Conflict, "offer-question.answered",
        "Quelqu'un a déjà répondu à cette question. Rechargez la page pour lire la réponse.");
}
