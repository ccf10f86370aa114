using Dites32.Core.Notifications;
using Dites32.Core.Offers;
using Dites32.Core.Shared;

namespace Dites32.Core.Applications;

/// <summary>The mails of this feature. They name the offer and hold a link, never the content of an application.</summary>
internal sealed class ApplicationEmails(Portal portal)
{
    public const string DraftKind = "application.draft";
    public const string LinkKind = "application.link";
    public const string DocumentsRefusedKind = "application.documents-refused";

    public static string FollowUpPath(string secret) => $"/suivi/{secret}";
    public static string DraftPath(string secret) => $"/reprendre/{secret}";

    public Email Draft(ApplicationDraft draft, string? offerTitle, string secret) => new()
    {
        Kind = DraftKind,
        To = draft.Email,
        ToName = draft.Name,
        AboutId = draft.Id,
        Subject = offerTitle is null ? "Reprendre votre candidature spontanée" : $"Reprendre votre candidature\u00a0: {offerTitle}",
        ReplyTo = Mission,
        Body = $"""
            Bonjour,

            Vous avez commencé une candidature{Toward(offerTitle)} sur Dites32, le portail du Gers. Elle n'est pas encore envoyée.
            Pour la reprendre, sur cet appareil ou un autre :

            {portal.Link(DraftPath(secret))}

            Ce lien vaut {ApplicationDraft.Lifetime.Days} jours. Si vous n'êtes pas à l'origine de cette demande, ignorez ce message : rien ne sera envoyé.

            La mission Dites32
            """,
    };

    /// <summary>To the person, once the application is there.</summary>
    public Email Received(Application application, string? offerTitle, ReplyTo contact, DateOnly answerDueOn, string secret) => ToPerson(
        application, contact, "application.received",
        offerTitle is null ? "Votre candidature spontanée est bien reçue" : $"Votre candidature est bien reçue\u00a0: {offerTitle}",
        $"""
            Bonjour,

            Votre candidature{Toward(offerTitle)} est bien arrivée. {contact.Name} la lit et vous répond au plus tard le {answerDueOn.InWords()}.

            Pour voir où elle en est, ajouter un document, corriger vos coordonnées ou la retirer :

            {portal.Link(FollowUpPath(secret))}

            Ce lien est personnel : ne le transmettez pas. Vous pouvez répondre à ce courriel pour écrire à {contact.Name}.

            La mission Dites32
            """);

    /// <summary>To the person whose address already has a live application to this offer: the page said nothing of it.</summary>
    public Email AlreadyThere(string email, string name, Application application, string? offerTitle, ReplyTo contact, string secret) => new()
    {
        Kind = LinkKind,
        To = email,
        ToName = name,
        AboutId = application.Id,
        Subject = offerTitle is null ? "Vous avez déjà une candidature spontanée" : $"Vous avez déjà candidaté\u00a0: {offerTitle}",
        ReplyTo = contact,
        Body = $"""
            Bonjour,

            Une candidature{Toward(offerTitle)} vient d'être envoyée avec votre adresse. Vous en aviez déjà une, reçue le {application.SubmittedAt.ParisDay().InWords()} : elle est inchangée, et la seconde n'a pas été gardée.

            Pour suivre la première ou la compléter :

            {portal.Link(FollowUpPath(secret))}

            La mission Dites32
            """,
    };

    /// <summary>A new follow-up link, asked from a page.</summary>
    public Email NewLink(Application application, string? offerTitle, ReplyTo contact, string secret) => ToPerson(
        application, contact, LinkKind,
        offerTitle is null ? "Votre lien de suivi" : $"Votre lien de suivi\u00a0: {offerTitle}",
        $"""
            Bonjour,

            Voici votre nouveau lien pour suivre votre candidature{Toward(offerTitle)} :

            {portal.Link(FollowUpPath(secret))}

            Si vous ne l'avez pas demandé, ignorez ce message.

            La mission Dites32
            """);

    /// <summary>To the person whose files the antivirus has refused after their arrival.</summary>
    public Email DocumentsRefused(Application application, string? offerTitle, ReplyTo contact, string secret) => ToPerson(
        application, contact, DocumentsRefusedKind,
        offerTitle is null ? "Un document de votre candidature spontanée est à renvoyer" : $"Un document est à renvoyer\u00a0: {offerTitle}",
        $"""
            Bonjour,

            L'analyse antivirus a refusé au moins un document joint à votre candidature{Toward(offerTitle)} : personne ne peut l'ouvrir. Votre candidature, elle, est bien là, et suit son cours.

            Pour voir lequel et en joindre un autre, de préférence en PDF :

            {portal.Link(FollowUpPath(secret))}

            Ce lien est personnel : ne le transmettez pas. Vous pouvez répondre à ce courriel pour écrire à {contact.Name}.

            La mission Dites32
            """);

    /// <summary>To the person, who has just withdrawn.</summary>
    public static Email WithdrawnConfirmed(Application application, string? offerTitle, ReplyTo contact) => ToPerson(
        application, contact, "application.withdrawn",
        offerTitle is null ? "Votre candidature est retirée" : $"Votre candidature est retirée\u00a0: {offerTitle}",
        $"""
            Bonjour,

            Votre candidature{Toward(offerTitle)} est retirée, comme vous l'avez demandé. Vous pouvez candidater de nouveau quand vous le voulez.

            La mission Dites32
            """);

    /// <summary>To the recruiter: something waits in the portal, and the mail does not say what.</summary>
    public Email ToRecruiter(string kind, OfferContact contact, Guid applicationId, string? offerTitle, string subject, string sentence) => new()
    {
        Kind = kind,
        To = contact.Email,
        ToName = contact.Name,
        AboutId = applicationId,
        Subject = offerTitle is null ? subject : $"{subject}\u00a0: {offerTitle}",
        ReplyTo = Mission,
        Body = $"""
            Bonjour,

            {sentence}

            {portal.Link($"/recruteur/candidatures/{applicationId}")}

            Dites32
            """,
    };

    private static Email ToPerson(Application application, ReplyTo contact, string kind, string subject, string body) => new()
    {
        Kind = kind,
        To = application.Candidate.Email,
        ToName = application.Candidate.Name,
        AboutId = application.Id,
        Subject = subject,
        ReplyTo = contact,
        Body = body,
    };

    public ReplyTo Mission => new(portal.MissionAddress, portal.MissionName);

    private static string Toward(string? offerTitle) => offerTitle is null ? " spontanée" : $" à l'offre «\u00a0{offerTitle}\u00a0»";
}
