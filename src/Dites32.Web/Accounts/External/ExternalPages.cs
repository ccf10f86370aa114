namespace Dites32.Web.Accounts.External;

/// <summary>Where the exchange with a service leads.</summary>
internal static class ExternalPages
{
    public const string Continue = "/connexion/service";
    public const string Open = "/connexion/service/ouvrir";
    public const string Failed = "/connexion/echec";
    public const string Mine = "/mon-compte/connexions";
}

/// <summary>Why a sign-in by a service did not succeed, in an address: a word that picks a sentence, nothing else.</summary>
internal static class ExternalProblems
{
    public const string Refused = "refuse";
    public const string Denied = "renonce";
    public const string Down = "panne";
    public const string Closed = "ferme";

    public static string Address(ExternalProvider provider, string problem) => $"{ExternalPages.Failed}?service={provider.Slug}&motif={problem}";

    public static string Sentence(string service, string? problem) => problem switch
    {
        Denied => $"La connexion par {service} a été abandonnée ou refusée. Rien n'est ouvert. Réessayez, ou connectez-vous autrement.",
        Down => $"{service} ne répond pas en ce moment. Rien n'est ouvert. Réessayez dans quelques minutes, ou connectez-vous autrement.",
        Closed => "Ce compte est fermé. Écrivez à la mission Dites32 si vous en avez besoin.",
        _ => $"La connexion par {service} n'a pas abouti. Rien n'est ouvert. Réessayez, ou connectez-vous autrement.",
    };
}
