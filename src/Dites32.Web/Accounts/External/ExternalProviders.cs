namespace Dites32.Web.Accounts.External;

/// <summary>A service by which people may sign in, where it is configured.</summary>
/// <param name="Slug">Names it in addresses, and its scheme.</param>
/// <param name="Name">As people read it.</param>
/// <param name="Authority">The issuer's address, or that of its discovery document.</param>
/// <param name="Acr">The least that the service must say about how it knew the person; null where anything will do.</param>
/// <param name="OpensAccounts">Whoever comes by it may open a candidate's account; accounts of agents are opened by the mission.</param>
/// <param name="KnowsRpps">Its word about an RPPS number is believed.</param>
internal sealed record ExternalProvider(
    string Slug, string Name, Uri Authority, string ClientId, string ClientSecret, string Scopes, string? Acr, bool OpensAccounts, bool KnowsRpps)
{
    public string StartPath => $"/connexion/par/{Slug}";

    /// <summary>What is registered at the service as redirect_uri, after the portal's public address.</summary>
    public string CallbackPath => $"/connexion/retour/{Slug}";
}

/// <summary>Those that have an authority in the settings; usually none.</summary>
internal sealed class ExternalProviders(IReadOnlyList<ExternalProvider> all)
{
    public IReadOnlyList<ExternalProvider> All => all;

    public ExternalProvider? Find(string? slug) => all.FirstOrDefault(p => p.Slug == slug);

    public static ExternalProviders Read(IConfiguration configuration) => new(
    [
        .. Read(configuration.GetSection("ProSanteConnect"), authority => new ExternalProvider(
            "pro-sante-connect", "Pro Santé Connect", authority, "", "", "openid scope_all",
            configuration["ProSanteConnect:Acr"] ?? "eidas1", OpensAccounts: true, KnowsRpps: true)),
        .. Read(configuration.GetSection("Oidc"), authority => new ExternalProvider(
            "agents", configuration["Oidc:Name"] ?? "le compte des agents", authority, "", "",
            configuration["Oidc:Scopes"] ?? "openid profile email", Acr: null, OpensAccounts: false, KnowsRpps: false)),
    ]);

    /// <exception cref="InvalidOperationException">An authority without what goes with it, or reached over the network without TLS.</exception>
    private static IEnumerable<ExternalProvider> Read(IConfigurationSection section, Func<Uri, ExternalProvider> make)
    {
        if (section["Authority"] is not { Length: > 0 } authority)
        {
            yield break;
        }

        if (!Uri.TryCreate(authority, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback))
        {
            throw new InvalidOperationException($"The setting {section.Path}:Authority is no https address.");
        }

        yield return make(address) with { ClientId = Needed("ClientId"), ClientSecret = Needed("ClientSecret") };

        string Needed(string name) => section[name] is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"The setting {section.Path}:{name} is missing.");
    }
}
