using Dites32.Core.Accounts;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;

namespace Dites32.Core.SpouseSupport;

/// <summary>The mails of Dites32 à 2. None greets by name before the mailbox has answered: anybody can type a name and an address.</summary>
internal sealed class SpouseEmails(Portal portal)
{
    public const string ConfirmationKind = "spouse.confirmation";
    public const string SignInKind = "spouse.sign-in";
    public const string InvitationKind = "spouse.invitation";
    public const string PartnerInvitationKind = "spouse.partner-invitation";
    public const string DigestKind = "spouse.digest";
    public const string DocumentsRefusedKind = "spouse.documents-refused";

    /// <summary>Where a doctor sees what is shared with them: outside the partners' space, whose cookie never comes here.</summary>
    public const string CouplePath = "/a-deux";

    /// <summary>The address of the space, by a link.</summary>
    public const string LinkPath = "/dites32-a-2/lien";

    public Email Confirmation(SpouseCase file, string secret) => To(file, null, ConfirmationKind, "Confirmez votre adresse", $"""
        Bonjour,

        Un accompagnement vient d'être demandé avec cette adresse à Dites32 à 2, le service du Département du Gers pour les conjoints des médecins. Pour confirmer que c'est vous, ouvrez ce lien (valable sept jours, une seule fois) :

        {LinkOf(secret)}

        Si vous n'avez rien demandé, ne faites rien : sans ce lien, la demande est effacée au bout d'un mois et personne ne la lit.
        """);

    public Email SignIn(SpouseCase file, string secret) => To(file, null, SignInKind, "Votre lien vers Dites32 à 2", $"""
        Bonjour,

        Pour ouvrir votre espace Dites32 à 2, suivez ce lien (valable trente minutes, une seule fois) :

        {LinkOf(secret)}

        Si vous n'avez rien demandé, ne faites rien : sans ce lien, votre espace reste fermé.
        """);

    public Email Invitation(SpouseCase file, AccountContact by, string secret) => To(file, by, InvitationKind, "Une invitation de Dites32 à 2", $"""
        Bonjour,

        {by.DisplayName}, de Dites32 à 2, vous propose d'ouvrir votre dossier, comme vous en avez parlé. C'est un service du Département du Gers pour les conjoints des médecins : libre, gratuit, et fermé à celles et ceux qui recrutent. Pour voir de quoi il s'agit et décider, ouvrez ce lien (valable quatorze jours, une seule fois) :

        {LinkOf(secret)}

        Rien n'est fait sans votre accord. Si cela ne vous dit rien, ne faites rien : l'invitation est effacée au bout d'un mois.
        """);

    /// <summary>To whom a doctor lives with. What it says of a file is known to the owner of the mailbox alone.</summary>
    /// <param name="name">Of the doctor, letters only.</param>
    /// <param name="secret">Null for somebody who has a space, or a request to confirm: they come in by their own way.</param>
    public Email PartnerInvited(SpouseCase file, string name, string? secret) => To(file, null, PartnerInvitationKind, "Une invitation à Dites32 à 2", $"""
        Bonjour,

        {name} vous parle de Dites32 à 2, le service du Département du Gers pour les conjoints des médecins : une personne vous aide à trouver votre place dans le Gers. C'est libre, gratuit, et fermé à celles et ceux qui recrutent.

        Pour voir de quoi il s'agit et décider{(secret is null ? "" : " (lien valable quatorze jours, une seule fois)")} :

        {(secret is null ? portal.Link("/dites32-a-2/connexion") : LinkOf(secret))}

        {name} ne saura pas si vous ouvrez ce lien, ni ce que vous répondez, sauf si vous choisissez de relier vos dossiers. Si cela ne vous dit rien, ne faites rien.
        """);

    /// <summary>To the doctor; it names nobody, and its address goes once it has left.</summary>
    public Email CoupleLinked(AccountContact to) => ToDoctor(to, "spouse.couple-linked", "Vos dossiers sont reliés", """
        Bonjour,

        La personne que vous avez invitée a choisi de relier vos dossiers. Ce qu'elle partage avec vous se lit ici :
        """);

    /// <summary>To the doctor, as <see cref="CoupleLinked"/>.</summary>
    public Email ComparisonShared(AccountContact to) => ToDoctor(to, "spouse.comparison-shared", "Une comparaison à lire à deux", """
        Bonjour,

        Une comparaison de deux lieux vient d'être partagée avec vous :
        """);

    public Email Moved(SpouseCase file, AccountContact? by) => To(file, by, "spouse.moved", "Du nouveau dans votre accompagnement", $"""
        Bonjour,

        Votre accompagnement change d'étape : « {file.State.Label()} ».

        {file.State.Meaning()}
        {NextOf(file)}
        Pour le voir, demandez un lien ici :
        {portal.Link("/dites32-a-2/connexion")}
        """);

    public Email Erased(string address) => FromTheService("spouse.erased", address, "Votre dossier est effacé", """
        Bonjour,

        Comme vous l'avez demandé, tout ce que Dites32 à 2 savait de vous est effacé. Ce message est le dernier.
        """) with { ForgetOnceSent = true };

    public Email ErasureAnnounced(SpouseCase file) => To(file, null, "spouse.erasure-announced", "Votre dossier sera bientôt effacé", $"""
        Bonjour,

        Nous ne nous sommes pas parlé depuis près de deux ans. Votre dossier Dites32 à 2 sera effacé le {file.ErasesOn!.Value.InWords()}.

        Pour le garder, ouvrez votre espace avant cette date :
        {portal.Link("/dites32-a-2/connexion")}

        Sinon, vous n'avez rien à faire.
        """);

    /// <summary>To an employer, once a caseworker has read the announcement.</summary>
    public Email AnnouncementTaken(string to, string title) => FromTheService("spouse.announcement", to, "Votre annonce est retenue", $"""
        Bonjour,

        Votre annonce « {title} » est retenue : nous la proposerons aux conjointes et conjoints de médecins à qui elle correspond.

        Le poste est pourvu, ou l'annonce change ? Répondez à ce message.
        """);

    public Email LeadProposed(SpouseCase file, AccountContact? by) => To(file, by, "spouse.lead", "Une piste pour vous", $"""
        Bonjour,

        Une nouvelle piste vous attend dans votre espace. Dites-nous si elle vous convient : un mot suffit.

        {portal.Link("/dites32-a-2/connexion")}
        """);

    public Email DocumentsRefused(SpouseCase file, AccountContact? by) => To(file, by, DocumentsRefusedKind, "Un document est à renvoyer", $"""
        Bonjour,

        L'analyse antivirus a refusé au moins un document de votre espace : personne ne peut l'ouvrir. Votre accompagnement, lui, suit son cours.

        Pour voir lequel et en envoyer un autre, de préférence en PDF, demandez un lien ici :
        {portal.Link("/dites32-a-2/connexion")}
        """);

    /// <summary>To the caseworker; it names nobody.</summary>
    public Email DocumentAdded(Guid caseId, AccountContact to) => FromTheService("spouse.document-added", to.Email, "Un document est arrivé", $"""
        Bonjour,

        Un document vient d'être ajouté à un dossier que vous suivez :

        {portal.Link($"/accompagnement/{caseId}")}
        """) with { ToName = to.DisplayName, AboutId = caseId };

    /// <summary>To the caseworker; it names nobody.</summary>
    public Email Agreed(SpouseCase file, AccountContact to) => FromTheService("spouse.agreed", to.Email, "Une personne attend votre appel", $"""
        Bonjour,

        Un dossier vient de vous être confié. La personne a donné son accord et attend votre premier appel.

        {portal.Link($"/accompagnement/{file.Id}")}
        """) with { ToName = to.DisplayName, AboutId = file.Id };

    /// <summary>To the caseworker who takes over; it names nobody.</summary>
    public Email HandedOver(SpouseCase file, AccountContact to) => FromTheService("spouse.handed-over", to.Email, "Un dossier vous est confié", $"""
        Bonjour,

        Un dossier vient de vous être confié :

        {portal.Link($"/accompagnement/{file.Id}")}
        """) with { ToName = to.DisplayName, AboutId = file.Id };

    /// <summary>To a caseworker, in the morning: counts, never a name.</summary>
    public Email Digest(AccountContact to, SpouseDigest digest) => FromTheService(DigestKind, to.Email, "Vos étapes du jour", $"""
        Bonjour,

        Étapes en retard : {digest.StepsLate}
        Étapes d'aujourd'hui : {digest.StepsToday}
        Tâches en retard : {digest.TasksLate}
        Tâches d'aujourd'hui : {digest.TasksToday}
        Rendez-vous d'aujourd'hui : {digest.Meetings}

        {portal.Link("/accompagnement")}
        """) with { ToName = to.DisplayName };

    private Email ToDoctor(AccountContact to, string kind, string subject, string body) =>
        FromTheService(kind, to.Email, subject, $"{body}\n{portal.Link(CouplePath)}\n") with { ToName = to.DisplayName, ForgetOnceSent = true };

    private static string NextOf(SpouseCase file) =>
        file.NextStepOn is { } on ? $"\nProchaine étape, vers le {on.InWords()}\u00a0: {file.NextStep}\n" : "";

    private string LinkOf(string secret) => portal.Link($"{LinkPath}?jeton={secret}");

    private Email To(SpouseCase file, AccountContact? from, string kind, string subject, string body)
    {
        var mail = FromTheService(kind, file.Email, subject, body) with { AboutId = file.Id };
        return from is null ? mail : mail with { ReplyTo = new ReplyTo(from.Email, from.DisplayName) };
    }

    private Email FromTheService(string kind, string to, string subject, string body) => new()
    {
        Kind = kind,
        To = to,
        Subject = subject.Contains("Dites32", StringComparison.Ordinal) ? subject : $"{subject} – Dites32 à 2",
        Body = body,
        ReplyTo = new ReplyTo(portal.SpouseSupportAddress, "Dites32 à 2"),
    };
}
