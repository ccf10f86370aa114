using Dites32.Core.Notifications;

namespace Dites32.Core.Privacy;

/// <summary>The mails about somebody's data.</summary>
internal sealed class PrivacyEmails(Portal portal)
{
    /// <summary>The last one that an address receives; it is forgotten with it.</summary>
    public Email Erased(string address) => new()
    {
        Kind = "privacy.erased",
        To = address,
        Subject = "Vos données sont effacées – Dites32",
        ReplyTo = new ReplyTo(portal.DataProtectionAddress, portal.Controller),
        ForgetOnceSent = true,
        Body = $"""
            Bonjour,

            Comme vous l'avez demandé, vos données sont effacées du portail Dites32. Une candidature qui était à l'étude est retirée, et la personne qui recrute en est avertie.

            Il reste les traces que la loi exige : des dates et des numéros, sans votre nom ni votre adresse. Les sauvegardes gardent encore vos données quelques semaines ; si l'une devait servir, l'effacement serait refait.

            Votre adresse est oubliée dès que ce message est parti. Si vous n'avez rien demandé, répondez-y sans tarder.

            {portal.Controller}
            """,
    };
}
