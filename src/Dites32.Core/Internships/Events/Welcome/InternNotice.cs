using Dites32.Core.Notifications;

namespace Dites32.Core.Internships.Events;

/// <summary>What somebody is told of the file that is kept of them, which they have not written (article 14 of the GDPR).</summary>
internal static class InternNotice
{
    /// <param name="stopLink">Stops the programme's mails without signing in.</param>
    public static string Text(Portal portal, string address, string stopLink) => $"""
        Ce que la mission Dites32 garde à votre sujet

        {portal.Controller} tient une fiche à votre nom : nom, coordonnées, maquette, et où vous êtes chaque semestre. Elle vient de la liste des affectations du semestre, ou de ce qu'on nous a dit de votre venue. Elle sert à vous accueillir dans le Gers, c'est une mission d'intérêt public, et seuls les coordinateurs des internes la lisent. Elle est effacée trois ans après votre dernier semestre.

        Vous pouvez la lire, la faire corriger ou effacer, ou vous opposer à ce qu'elle soit gardée : répondez à ce message, ou écrivez à {portal.DataProtectionAddress}. Vous pouvez aussi saisir la CNIL (www.cnil.fr). Tout est dit ici :
        {portal.Link("/donnees-personnelles")}

        Pour voir votre fiche, vos semestres et les événements, connectez-vous ou créez un compte à cette adresse-ci, {address} :
        {portal.Link("/mon-internat")}

        Ne plus recevoir de courriels du programme des internes : {stopLink}
        """;
}
