using System.Text.Encodings.Web;
using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Data;
using Dites32.Core.Shared;
using Dites32.Web.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dites32.Tests.Infrastructure;

/// <summary>The real application on a real PostgreSQL, without its background workers; the sign-in may be replaced by two headers.</summary>
/// <param name="settings">Besides the usual ones, or instead of them.</param>
public sealed class WebApp(
    string connectionString, TimeProvider clock, string environment = "Production", IReadOnlyDictionary<string, string>? settings = null)
    : WebApplicationFactory<Program>
{
    public const string PublicAddress = "https://dites32.example";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        builder.UseSetting("ConnectionStrings:Dites32", connectionString);
        builder.UseSetting("ConnectionStrings:Dites32Spouse", DatabaseTemplate.SpouseIn(connectionString));
        builder.UseSetting("Portal:PublicAddress", PublicAddress);
        builder.UseSetting("DataProtection:CertificateFile", TestCertificate.File);
        builder.UseSetting("DataProtection:CertificatePassword", TestCertificate.Password);
        builder.UseSetting("Background:Enabled", "false");
        builder.UseSetting("Offers:PagesKeptSeconds", "0"); // tests save rows behind the portal's back
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton(clock));
            services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>(HeaderAuthentication.Scheme, null);
            services.PostConfigure<AuthenticationOptions>(options => options.DefaultAuthenticateScheme = HeaderAuthentication.Scheme);
        });
    }

    public HttpClient ClientFor(Actor actor)
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri(PublicAddress), AllowAutoRedirect = false });
        SignIn(client, actor);
        return client;
    }

    /// <summary>Opens a session, as strong as staff need it, whose id goes by a header instead of a cookie.</summary>
    public void SignIn(HttpClient client, Actor actor)
    {
        if (actor.AccountId is not { } accountId)
        {
            return;
        }

        using var scope = Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var session = AccountSession.Open(db.Users.Single(a => a.Id == accountId), SessionProof.Passkey, browser: null, clock.GetUtcNow());
        db.Add(session);
        db.SaveChanges();
        client.DefaultRequestHeaders.Remove(HeaderAuthentication.Header);
        client.DefaultRequestHeaders.Add(HeaderAuthentication.Header, session.Id.ToString());
    }
}

/// <summary>Takes the session from a header where it is given, from the session cookie otherwise.</summary>
public sealed class HeaderAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IDispatcher dispatcher)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Header = "X-Session";
    public new const string Scheme = "Header";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Request.Headers.TryGetValue(Header, out var session))
        {
            return await Context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        }

        var id = Guid.Parse(session.ToString());
        var state = await dispatcher.SendAsync(Actor.Anonymous, new GetSession(id));
        return state.Error is null
            ? AuthenticateResult.Success(new AuthenticationTicket(SessionPrincipal.Of(id, state.Value), Scheme))
            : AuthenticateResult.NoResult();
    }
}
