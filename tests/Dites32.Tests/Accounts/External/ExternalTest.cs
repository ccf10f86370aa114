using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Accounts.External;

/// <summary>The portal beside a provider of its own, both services configured there; what a browser does between the two.</summary>
public abstract class ExternalTest : AccountTest
{
    protected const string Doctor = "/connexion/par/pro-sante-connect";
    protected const string Agent = "/connexion/par/agents";

    protected LocalIssuer Issuer { get; private set; } = null!;

    /// <summary>The portal with both services; that of the other tests has none.</summary>
    protected WebApp Portal { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Clock.Now = DateTimeOffset.UtcNow; // tokens are judged by the clock of the library
        Issuer = await LocalIssuer.StartAsync();
        Portal = new WebApp(ConnectionString, Clock, settings: new Dictionary<string, string>
        {
            ["ProSanteConnect:Authority"] = Issuer.Address,
            ["ProSanteConnect:ClientId"] = LocalIssuer.ClientId,
            ["ProSanteConnect:ClientSecret"] = LocalIssuer.ClientSecret,
            ["Oidc:Authority"] = $"{Issuer.Address}/.well-known/openid-configuration",
            ["Oidc:ClientId"] = LocalIssuer.ClientId,
            ["Oidc:ClientSecret"] = LocalIssuer.ClientSecret,
            ["Oidc:Name"] = "le compte du Département",
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await Issuer.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected HttpClient Browser() => Portal.ClientFor(Actor.Anonymous);

    /// <summary>Goes to the service and comes back: the address of the portal that it is sent back to, not opened yet.</summary>
    protected static async Task<string> GoAsync(HttpClient browser, string start = Doctor)
    {
        var sent = (await browser.GetAsync(start, Stop)).Headers.Location!;
        using var world = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        return Target(await world.GetAsync(sent, Stop));
    }

    /// <summary>The whole way; where the portal leads then.</summary>
    protected static async Task<string> ComeBackAsync(HttpClient browser, string start = Doctor) =>
        Target(await browser.GetAsync(await GoAsync(browser, start), Stop));

    /// <summary>Links the person of the issuer to this account, as its owner does.</summary>
    protected static async Task LinkAsync(HttpClient browser, string start = Doctor, string email = Email)
    {
        await SignInAsync(browser, email);
        Assert.Equal("/connexion/service", await ComeBackAsync(browser, start));
        Assert.Equal("/mon-compte/connexions?fait=ajout", Target(await browser.SubmitAsync("/connexion/service", "relier")));
        await browser.SubmitAsync("/deconnexion", "deconnexion");
    }

    protected Task<int> SessionsAsync() => InDatabaseAsync(db => db.AccountSessions.CountAsync(Stop));

    protected Task<List<string>> LinkedAsync(string email = Email) => InDatabaseAsync(db => db.UserLogins
        .Where(l => db.Users.Any(a => a.Id == l.UserId && a.Email == email)).Select(l => l.ProviderKey).ToListAsync(Stop));
}
