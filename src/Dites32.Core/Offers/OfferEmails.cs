using Dites32.Core.Notifications;
using Dites32.Core.Shared;

namespace Dites32.Core.Offers;

/// <summary>The mails about an offer, to recruiters and to the mission. They name its title, and never its site or commune: it may be anonymous.</summary>
internal sealed class OfferEmails(Portal portal)
{
    private ReplyTo Mission => new(portal.MissionAddress, portal.MissionName);

    /// <summary>To the mission: an offer waits to be read.</summary>
    public Email ToModerate(Offer offer, OfferContact author) => new()
    {
        Kind = "offer.to-moderate",
        To = portal.MissionAddress,
        ToName = portal.MissionName,
        Subject = $"Offre à valider\u00a0: {offer.Title}",
        ReplyTo = new ReplyTo(author.Email, author.Name),
        Body = $"""
            Bonjour,

            {author.Name} souhaite mettre en ligne l'offre « {offer.Title} » ({offer.Reference}). C'est la première de sa structure : elle attend votre lecture.

            {portal.Link($"/recruteur/moderation/{offer.Id}")}

            Dites32
            """,
    };

    /// <summary>To the author and the referent: the offer is on line.</summary>
    public Email Approved(Offer offer, OfferContact to) => new()
    {
        Kind = "offer.approved",
        To = to.Email,
        ToName = to.Name,
        Subject = $"Votre offre est en ligne\u00a0: {offer.Title}",
        ReplyTo = Mission,
        Body = $"""
            Bonjour,

            La mission Dites32 a validé votre offre « {offer.Title} » ({offer.Reference}). La voici, à partager autour de vous :

            {portal.Link(OfferReference.PathOf(offer.Number, offer.Slug))}

            Elle reçoit les candidatures jusqu'au {offer.ClosesOn.InWords()}. Les prochaines offres de votre structure seront en ligne sans attendre.

            Pour la suivre : {portal.Link(Workspace(offer))}

            La mission Dites32
            """,
    };

    public Email SentBack(Offer offer, OfferContact to, string reason) => new()
    {
        Kind = "offer.sent-back",
        To = to.Email,
        ToName = to.Name,
        Subject = $"Votre offre est à compléter\u00a0: {offer.Title}",
        ReplyTo = Mission,
        Body = $"""
            Bonjour,

            La mission Dites32 a lu votre offre « {offer.Title} » ({offer.Reference}) et vous la renvoie avec ce message :

            {reason}

            Pour la modifier, puis la soumettre de nouveau :

            {portal.Link($"{Workspace(offer)}/modifier")}

            Vous pouvez répondre à ce courriel.

            La mission Dites32
            """,
    };

    public Email ExpiresSoon(Offer offer, OfferContact to) => new()
    {
        Kind = "offer.expires-soon",
        To = to.Email,
        ToName = to.Name,
        Subject = $"Votre offre se termine le {offer.ClosesOn.InWords()}\u00a0: {offer.Title}",
        ReplyTo = Mission,
        Body = $"""
            Bonjour,

            L'offre « {offer.Title} » ({offer.Reference}) reçoit des candidatures jusqu'au {offer.ClosesOn.InWords()}, puis quitte le site. Si le poste est toujours à pourvoir, prolongez-la :

            {portal.Link($"{Workspace(offer)}/prolonger")}

            La mission Dites32
            """,
    };

    public Email Expired(Offer offer, OfferContact to) => new()
    {
        Kind = "offer.expired",
        To = to.Email,
        ToName = to.Name,
        Subject = $"Votre offre n'est plus en ligne\u00a0: {offer.Title}",
        ReplyTo = Mission,
        Body = $"""
            Bonjour,

            La date limite de l'offre « {offer.Title} » ({offer.Reference}) est passée : elle ne reçoit plus de candidatures. Son suivi reste ouvert : chaque personne qui a candidaté attend une réponse.

            {portal.Link($"{Workspace(offer)}/candidatures")}

            Si le poste est toujours à pourvoir : {portal.Link($"{Workspace(offer)}/prolonger")}

            La mission Dites32
            """,
    };

    /// <summary>To whoever takes over the offers of somebody who leaves.</summary>
    public Email HandedOver(IReadOnlyList<Offer> offers, string leaver, OfferContact to) => new()
    {
        Kind = "offer.handed-over",
        To = to.Email,
        ToName = to.Name,
        Subject = offers.Count == 1 ? "Une offre vous est confiée" : $"{offers.Count}\u00a0offres vous sont confiées",
        ReplyTo = Mission,
        Body = $"""
            Bonjour,

            Vous prenez la suite de {leaver} sur Dites32. Les candidats vous écrivent désormais au sujet de :

            {string.Join('\n', offers.Select(o => $"- « {o.Title} » ({o.Reference}) : {portal.Link(Workspace(o))}"))}

            Les candidatures en cours vous attendent. Vérifiez le téléphone que chaque offre affiche : c'est encore celui de votre collègue, s'il en avait indiqué un.

            La mission Dites32
            """,
    };

    private static string Workspace(Offer offer) => $"/recruteur/offres/{offer.Id}";
}
