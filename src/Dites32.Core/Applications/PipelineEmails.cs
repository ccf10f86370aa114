using System.Text.RegularExpressions;
using Dites32.Core.Notifications;
using Dites32.Core.Offers;
using Dites32.Core.Shared;

namespace Dites32.Core.Applications;

/// <summary>A mail as the person will read it, shown to the recruiter before it goes. Its personal link is left out.</summary>
public sealed record MailPreview(string ReplyTo, string To, string Subject, string Body);

/// <summary>
/// The mails that tell a person of a move. They name the offer, say what comes next and by when, and hold a link and the
/// recruiter's own words: never anything of the application.
/// </summary>
internal sealed partial class PipelineEmails(Portal portal)
{
    public const string MovedKind = "application.moved";
    public const string LinkPlaceholder = "(ici, le lien personnel vers le suivi de la candidature)";

    /// <param name="words">What the recruiter writes; may be empty where no answer is needed.</param>
    public Email Moved(Application application, Stage to, ApplicationContact contact, DateOnly? dueOn, string words, string? secret)
    {
        var (offer, name) = (contact.OfferTitle, contact.ForCandidate.Name);
        var body = new List<string> { "Bonjour," };
        body.AddRange(PipelineRules.NeedsAnswer(to.Category)
            ? [words]
            : [News(application.Category, to.Category, Toward(offer), name), words, Next(to.Category, name, dueOn)]);
        body.Add("Votre candidature et ce qu'elle devient\u00a0:");
        body.Add(secret is null ? LinkPlaceholder : portal.Link(ApplicationEmails.FollowUpPath(secret)));
        body.Add("Ce lien est personnel. Pour écrire à votre interlocuteur, répondez simplement à ce courriel.");
        body.Add(name);
        return new Email
        {
            Kind = MovedKind,
            To = application.Candidate.Email,
            ToName = application.Candidate.Name,
            AboutId = application.Id,
            Subject = offer is null ? $"{Subject(to.Category)}\u00a0: votre candidature spontanée" : $"{Subject(to.Category)}\u00a0: {offer}",
            ReplyTo = contact.ForCandidate,
            Body = string.Join("\n\n", body.Where(paragraph => paragraph.Length > 0)),
        };
    }

    /// <summary>The same, for the recruiter's eyes: the link opens the person's own pages, so it is not shown.</summary>
    public MailPreview Preview(Email email) => PreviewOf(email.ReplyTo.Name, email.To, email.Subject, email.Body);

    public MailPreview PreviewOf(string replyTo, string to, string subject, string body) =>
        new(replyTo, to, subject, PersonalLinkAddress().Replace(body, match =>
            match.Value.StartsWith(portal.Link("/suivi/"), StringComparison.Ordinal) ? LinkPlaceholder : match.Value));

    [GeneratedRegex(@"https?://\S+/suivi/[A-Za-z0-9_-]+")]
    private static partial Regex PersonalLinkAddress();

    private static string Toward(string? offer) => offer is null ? "candidature spontanée" : $"candidature à l'offre «\u00a0{offer}\u00a0»";

    private static string Subject(StageCategory to) => to switch
    {
        StageCategory.Received or StageCategory.InReview or StageCategory.Shortlisted => "Votre candidature avance",
        StageCategory.Interview => "Un entretien vous est proposé",
        StageCategory.Visit => "Une visite vous est proposée",
        StageCategory.Proposal => "Une proposition pour vous",
        StageCategory.Accepted => "Votre candidature est acceptée",
        StageCategory.Papers => "Les pièces à réunir",
        StageCategory.InPost => "Bienvenue dans le Gers",
        StageCategory.Refused or StageCategory.Closed => "Réponse à votre candidature",
        StageCategory.Withdrawn => "Votre candidature est retirée",
    };

    private static string News(StageCategory from, StageCategory to, string application, string contact) => to switch
    {
        StageCategory.Received or StageCategory.InReview or StageCategory.Shortlisted when from is StageCategory.Refused or StageCategory.Closed =>
            $"Nous avons rouvert votre {application}\u00a0: elle est de nouveau à l'étude. Si vous n'êtes plus disponible, dites-le simplement en réponse.",
        StageCategory.Received or StageCategory.InReview or StageCategory.Shortlisted =>
            $"Votre {application} a été lue avec attention et elle est à l'étude.",
        StageCategory.Interview =>
            $"Votre {application} a retenu notre attention et nous aimerions faire votre connaissance. {contact} prend contact avec vous pour convenir d'un moment, par téléphone, en visio ou sur place.",
        StageCategory.Visit =>
            $"Pour donner suite à votre {application}, nous vous invitons à venir voir les lieux et à rencontrer l'équipe. Vous pouvez venir accompagné. {contact} prend contact avec vous pour choisir une date.",
        StageCategory.Proposal =>
            $"Nous souhaitons vous faire une proposition à la suite de votre {application}. {contact} vous en donne le détail\u00a0; prenez le temps d'y réfléchir et posez toutes vos questions.",
        StageCategory.Accepted =>
            $"Votre {application} est acceptée. Nous en sommes heureux, et nous préparons la suite avec vous.",
        StageCategory.Papers =>
            $"Votre {application} est acceptée\u00a0; il reste à réunir quelques pièces avant votre arrivée. {contact} vous en donne la liste et répond à vos questions.",
        StageCategory.InPost =>
            $"Votre {application} arrive à son terme\u00a0: tout est prêt pour votre prise de fonction. Merci de votre confiance, et bienvenue.",
        StageCategory.Refused or StageCategory.Withdrawn or StageCategory.Closed => "",
    };

    private static string Next(StageCategory to, string contact, DateOnly? dueOn)
    {
        var next = to switch
        {
            StageCategory.Received or StageCategory.InReview or StageCategory.Shortlisted => $"La suite\u00a0: {contact} vous donne une réponse",
            StageCategory.Interview or StageCategory.Visit => $"La suite\u00a0: {contact} vous propose un rendez-vous",
            StageCategory.Proposal => $"La suite\u00a0: {contact} fait le point avec vous",
            StageCategory.Accepted or StageCategory.Papers => $"La suite\u00a0: {contact} vous indique les prochaines démarches",
            StageCategory.InPost or StageCategory.Refused or StageCategory.Withdrawn or StageCategory.Closed => "",
        };
        return next.Length == 0 || dueOn is null ? "" : $"{next} au plus tard le {dueOn.Value.InWords()}.";
    }
}
