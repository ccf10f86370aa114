using System.Security.Claims;
using System.Text.Encodings.Web;
using Dites32.Core.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dites32.Tests.Infrastructure;

/// <summary>The real application on a real PostgreSQL, without its background workers; the sign-in may be replaced by two headers.</summary>
public sealed class WebApp(string connectionString, TimeProvider clock, string environment = "Production") : WebApplicationFactory<Program>
{
    public const string PublicAddress = "https://dites32.example";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        builder.UseSetting("ConnectionStrings:Dites32", connectionString);
        builder.UseSetting("Portal:PublicAddress", PublicAddress);
        builder.UseSetting("Background:Enabled", "false");
        builder.UseSetting("Offers:PagesKeptSeconds", "0"); // tests save rows behind the portal's back
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
        if (actor.AccountId is { } account)
        {
            client.DefaultRequestHeaders.Add("X-Account", account.ToString());
            client.DefaultRequestHeaders.Add("X-Roles", string.Join(',', actor.Roles));
        }

        return client;
    }
}

/// <summary>Signs in by headers where they are given, by the session cookie otherwise.</summary>
public sealed class HeaderAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "Header";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Request.Headers.TryGetValue("X-Account", out var account))
        {
            return await Context.AuthenticateAsync(Microsoft.AspNetCore.Identity.IdentityConstants.ApplicationScheme);
        }

        var claims = Request.Headers["X-Roles"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(r => new Claim(ClaimTypes.Role, r))
            .Append(new Claim(ClaimTypes.NameIdentifier, account.ToString()))
            .Append(new Claim(ClaimTypes.Name, "essai@example.org"));
        var identity = new ClaimsIdentity(claims, Scheme);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
    }
}
