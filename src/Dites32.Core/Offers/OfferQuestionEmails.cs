using Dites32.Core.Notifications;

namespace Dites32.Core.Offers;

/// <summary>The mails about questions. Only the recruiter's own answer is written in one; the question is read in the portal.</summary>
internal sealed class OfferQuestionEmails(Portal portal)
{
    /// <summary>The mail that a form anybody may send causes, and that is counted.</summary>
    public const string AskedKind = "offer-question.asked";

    public Email Asked(OfferQuestion question, Offer offer, ReplyTo contact) => new()
    {
        Kind = AskedKind,
        To = question.Email,
        ToName = question.Name,
        AboutId = question.Id,
        Subject = $"Votre question est transmise\u00a0: {offer.Title}",
        ReplyTo = contact,
        Body = $"""
            Bonjour,

            Votre question sur l'offre « {offer.Title} » est transmise à {contact.Name}, qui vous répond par courriel.

            L'offre : {portal.Link(OfferReference.PathOf(offer.Number, offer.Slug))}

            Si vous n'êtes pas à l'origine de cette demande, ignorez ce message.

            La mission Dites32
            """,
    };

    public Email ToRecruiter(OfferQuestion question, Offer offer, OfferContact recruiter) => new()
    {
        Kind = "offer-question.arrived",
        To = recruiter.Email,
        ToName = recruiter.Name,
        AboutId = question.Id,
        Subject = $"Une question sur l'offre {offer.Reference}",
        ReplyTo = new ReplyTo(portal.MissionAddress, portal.MissionName),
        Body = $"""
            Bonjour,

            Une personne pose une question sur l'offre « {offer.Title} » ({offer.Reference}). Pour la lire et lui répondre :

            {portal.Link($"/recruteur/questions/{question.Id}")}

            Dites32
            """,
    };

    public Email Answered(OfferQuestion question, Offer offer, ReplyTo contact) => new()
    {
        Kind = "offer-question.answered",
        To = question.Email,
        ToName = question.Name,
        AboutId = question.Id,
        Subject = $"Réponse à votre question\u00a0: {offer.Title}",
        ReplyTo = contact,
        Body = $"""
            Bonjour,

            {contact.Name} répond à votre question sur l'offre « {offer.Title} » :

            {question.Answer}

            L'offre : {portal.Link(OfferReference.PathOf(offer.Number, offer.Slug))}

            Pour poursuivre l'échange, répondez à ce courriel.

            La mission Dites32
            """,
    };
}
