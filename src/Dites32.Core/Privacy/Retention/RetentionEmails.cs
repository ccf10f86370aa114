using Dites32.Core.Applications;
using Dites32.Core.Candidates;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;

namespace Dites32.Core.Privacy.Retention;

internal sealed class RetentionEmails(Portal portal)
{
    public const string Kind = "privacy.ending";

    /// <param name="offerTitle">None for a spontaneous application.</param>
    public Email Ending(RetentionRule rule, Application application, string? offerTitle, DateOnly day, string secret) => new()
    {
        Kind = Kind,
        To = application.Candidate.Email,
        ToName = application.Candidate.Name,
        AboutId = application.Id,
        Subject = $"Votre candidature sera effacée le {day.InWords()}",
        ReplyTo = new ReplyTo(portal.DataProtectionAddress, portal.Controller),
        Body = $"""
            Bonjour,

            Le {application.SubmittedAt.ParisDay().InWords()}, vous avez envoyé une candidature{Toward(offerTitle)} sur Dites32. {Why(rule)}

            Elle sera donc effacée à partir du {day.InWords()} : votre nom, vos coordonnées, ce que vous avez écrit et vos documents. Il n'en restera qu'un chiffre dans le compte du mois. Vous n'avez rien à faire.

            {Otherwise(rule)}

            {portal.Link(ApplicationEmails.FollowUpPath(secret))}

            Ce lien est personnel : ne le transmettez pas. Sous « Mes données », il permet aussi de recevoir une copie de tout ce que le portail sait de vous.

            {portal.Controller}
            """,
    };

    private static string Why(RetentionRule rule) => rule switch
    {
        RetentionRule.Pool => "Vous avez accepté que la mission la garde pour vous proposer d'autres postes, deux ans au plus après notre dernier contact\u00a0: ce temps s'achève.",
        RetentionRule.InPost => "Vous avez pris votre poste depuis, et le temps pour lequel nous la gardions s'achève.",
        RetentionRule.Dormant => "Rien n'y a changé depuis longtemps.",
        _ => "Elle est terminée, et le temps pour lequel nous la gardions s'achève.",
    };

    private static string Otherwise(RetentionRule rule) => rule switch
    {
        RetentionRule.Pool => "Si vous préférez qu'elle soit gardée encore, dites-le avant ce jour sous «\u00a0Mes données\u00a0»\u00a0:",
        RetentionRule.Dormant => "Si vous cherchez toujours, répondez à ce courriel, ou dites-le avant ce jour sous «\u00a0Mes données\u00a0» en acceptant qu'elle soit gardée dans le vivier\u00a0:",
        _ => $"Si vous préférez que la mission la garde pour vous proposer d'autres postes, {PoolConsent.MaxMonths / 12}\u00a0ans au plus, dites-le avant ce jour sous «\u00a0Mes données\u00a0»\u00a0:",
    };

    private static string Toward(string? offerTitle) => offerTitle is null ? " spontanée" : $" à l'offre «\u00a0{offerTitle}\u00a0»";
}
