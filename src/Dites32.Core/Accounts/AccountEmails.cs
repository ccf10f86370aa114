using Dites32.Core.Notifications;

namespace Dites32.Core.Accounts;

/// <summary>
/// The mails about an account. None greets by name before the address is confirmed: anybody can type a name and
/// somebody else's address, and the portal would carry their words.
/// </summary>
internal sealed class AccountEmails(AccountLinks links, Portal portal)
{
    public const string ConfirmationKind = "account.confirmation";
    public const string KnownKind = "account.known";
    public const string ResetKind = "account.reset";
    public const string SignInKind = "account.sign-in";
    public const string NewAddressKind = "account.new-address";
    public const string ExternalAccountKind = "account.external";
    public const string InvitationKind = "account.invitation";

    public Email Confirmation(Account account) => To(account, ConfirmationKind, "Confirmez votre adresse", $"""
        Bonjour,

        Un compte Dites32 vient d'être demandé avec cette adresse. Pour confirmer qu'elle est la vôtre, ouvrez ce lien (valable trois jours) :

        {links.AddressOf(LinkKind.Confirmation, account)}

        Si vous n'avez rien demandé, ne faites rien : sans confirmation, ce compte ne s'ouvrira pas.
        """);

    /// <summary>Names no service: the mail goes to an address that somebody has typed.</summary>
    public Email ExternalAccount(string email) => To(email, ExternalAccountKind, "Confirmez votre adresse", $"""
        Bonjour,

        Un compte Dites32 vient d'être demandé avec cette adresse, par une personne qui se connecte avec Pro Santé Connect ou un service semblable. Si c'était vous, ouvrez ce lien pour finir (valable trois jours) :

        {links.ToExternalAccount(email)}

        Si vous n'avez rien demandé, ne faites rien : sans ce lien, aucun compte ne s'ouvrira.
        """);

    public Email Known(Account account) => To(account, KnownKind, "Vous avez déjà un compte", $"""
        Bonjour,

        Quelqu'un, sans doute vous, vient de demander un compte Dites32 avec cette adresse. Elle en a déjà un : rien n'a été changé.

        Pour vous connecter :
        {portal.Link("/connexion")}

        Si vous avez oublié le mot de passe :
        {portal.Link("/mot-de-passe-oublie")}
        """);

    public Email Reset(Account account) => To(account, ResetKind, "Choisissez un nouveau mot de passe", $"""
        Bonjour,

        Un nouveau mot de passe a été demandé pour votre compte Dites32. Pour le choisir, ouvrez ce lien (valable trente minutes, une seule fois) :

        {links.AddressOf(LinkKind.Reset, account)}

        Si vous n'avez rien demandé, ne faites rien : votre mot de passe reste le même.
        """);

    public Email SignIn(Account account) => To(account, SignInKind, "Votre lien de connexion", $"""
        Bonjour,

        Pour vous connecter à Dites32 sans mot de passe, ouvrez ce lien (valable trente minutes, une seule fois) :

        {links.AddressOf(LinkKind.SignIn, account)}

        Si vous n'avez rien demandé, ne faites rien : sans ce lien, votre compte reste fermé.
        """);

    public Email Invitation(Account account) => To(account, InvitationKind, "Votre compte sur le portail Dites32", $"""
        Bonjour,

        La mission Dites32 vous a ouvert un compte sur le portail de recrutement médical du Gers. Pour choisir votre mot de passe, ouvrez ce lien (valable sept jours) :

        {links.AddressOf(LinkKind.Invitation, account)}

        Plus tard, demandez un nouveau lien ici :
        {portal.Link("/mot-de-passe-oublie")}
        """);

    public Email Slowed(Account account) => To(account, "account.slowed", "Des mots de passe faux ont été essayés", $"""
        Bonjour,

        Plusieurs mots de passe faux viennent d'être essayés pour votre compte Dites32. Depuis ce réseau, la connexion est ralentie : une minute d'attente, puis de plus en plus, quinze au plus.

        Si c'était vous, choisissez un nouveau mot de passe, ce qui rétablit la connexion aussitôt :
        {portal.Link("/mot-de-passe-oublie")}

        Si ce n'était pas vous, votre compte est resté fermé et vous n'avez rien à faire.
        """);

    /// <summary>Codes are asked for after the right password only.</summary>
    public Email CodesTried(Account account) => To(account, "account.codes-tried", "Quelqu'un connaît peut-être votre mot de passe", $"""
        Bonjour,

        Votre mot de passe Dites32 vient d'être donné, puis plusieurs codes faux. Si ce n'était pas vous, quelqu'un connaît votre mot de passe : choisissez-en un autre tout de suite.
        {portal.Link("/mot-de-passe-oublie")}

        Sans le code, votre compte est resté fermé.
        """);

    public Email SecondFactorChanged(Account account, string whatHappened) => To(account, "account.second-factor", "La connexion à votre compte a changé", $"""
        Bonjour,

        {whatHappened}

        Si ce n'était pas vous, répondez tout de suite à ce message, et choisissez un nouveau mot de passe :
        {portal.Link("/mot-de-passe-oublie")}
        """);

    public Email PasswordChanged(Account account) => To(account, "account.password-changed", "Votre mot de passe a été changé", $"""
        Bonjour,

        Le mot de passe de votre compte Dites32 vient d'être changé, et les autres sessions sont fermées.

        Si ce n'était pas vous, choisissez-en un autre tout de suite et répondez à ce message :
        {portal.Link("/mot-de-passe-oublie")}
        """);

    /// <summary>To the address that is asked for: whoever reads it there owns it.</summary>
    public Email NewAddress(Account account, string email) => To(email, NewAddressKind, "Confirmez votre nouvelle adresse", $"""
        Bonjour,

        Cette adresse vient d'être demandée pour un compte Dites32. Pour l'utiliser désormais, ouvrez ce lien (valable trois jours, une seule fois) :

        {links.ToNewAddress(account, email)}

        Si vous n'avez rien demandé, ne faites rien : ce compte gardera son adresse.
        """);

    public Email AddressWanted(string email) => To(email, NewAddressKind, "Cette adresse a déjà un compte", $"""
        Bonjour,

        Quelqu'un, sans doute vous, vient de demander cette adresse pour un autre compte Dites32. Elle a déjà un compte : rien n'a été changé.

        Pour vous connecter à ce compte :
        {portal.Link("/connexion")}
        """);

    /// <summary>To the former address; it does not name the new one, which may not be its reader's.</summary>
    public Email AddressChanged(Account account) => To(account, "account.address-changed", "L'adresse de votre compte a changé", """
        Bonjour,

        Votre compte Dites32 a désormais une autre adresse, et les autres sessions sont fermées. Cette adresse-ci ne sert plus à s'y connecter.

        Si ce n'était pas vous, répondez tout de suite à ce message.
        """);

    private Email To(Account account, string kind, string subject, string body) => To(account.Email!, kind, subject, body);

    private Email To(string email, string kind, string subject, string body) => new()
    {
        Kind = kind,
        To = email,
        Subject = $"{subject} – Dites32",
        Body = body,
        ReplyTo = new ReplyTo(portal.MissionAddress, portal.MissionName),
    };
}
