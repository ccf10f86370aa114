using Dites32.Core.Notifications;

namespace Dites32.Core.Internships.Locum;

/// <summary>The mails of this part. They hold a link and no personal content.</summary>
internal sealed class LocumEmails(Portal portal, ContactLinks links)
{
    public const string LicenceKind = "intern.licence";

    /// <summary>A slip is corrected within this time, and nobody has been told.</summary>
    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(15);

    public Email Licence(Intern intern, bool isConfirmed, DateTimeOffset now) => new()
    {
        Kind = LicenceKind,
        To = intern.Email,
        ToName = intern.Name,
        AboutId = intern.Id,
        Subject = "Vos semestres et la licence de remplacement",
        ReplyTo = new ReplyTo(portal.MissionAddress, portal.MissionName),
        SendAfter = now + Delay,
        Body = $"""
            Bonjour,

            Le semestre qui vient d'être validé dans votre espace remplit ce que Dites32 sait compter des conditions de la licence de remplacement. Le conseil départemental de l'Ordre reste seul à en décider.{(isConfirmed ? "" : " Les conditions de votre spécialité sont à vérifier auprès de lui.")}

            Un dossier prérempli, à compléter et à imprimer, vous attend ici :

            {portal.Link("/mon-internat/licence")}

            Rien n'est envoyé à personne, et rien ne vous oblige à remplacer.

            La mission Dites32

            Ne plus recevoir de courriels du programme des internes : {links.LinkOf(intern.Id)}
            """,
    };
}
