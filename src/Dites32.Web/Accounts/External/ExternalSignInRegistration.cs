using Dites32.Web.Shared.Http;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Dites32.Web.Accounts.External;

internal static class ExternalSignInRegistration
{
    /// <summary>How long somebody unknown has to say who they are here: time enough to open a mail.</summary>
    private static readonly TimeSpan Waiting = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AtTheService = TimeSpan.FromMinutes(15);

    /// <summary>By keys of which the portal knows the public half only: no secret of its own, and no signature at all, signs anything.</summary>
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    public static void AddExternalSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        var providers = ExternalProviders.Read(configuration);
        services.AddSingleton(providers);
        services.AddScoped<ExternalSignIn>();
        services.AddSingleton<ExternalEvents>();
        services.ConfigureExternalCookie(cookie =>
        {
            cookie.ExpireTimeSpan = Waiting;
            cookie.SlidingExpiration = false;
        });
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ExternalScheme)
            .Configure<PortalCookies>((options, cookies) => cookies.Dress(options.Cookie, "service", SameSiteMode.Lax));
        foreach (var provider in providers.All)
        {
            services.AddAuthentication().AddOpenIdConnect(provider.Slug, options => Describe(options, provider));
            services.AddOptions<OpenIdConnectOptions>(provider.Slug).Configure<PortalCookies, ExternalEvents>((options, cookies, events) =>
            {
                // Their values bind the answer to the browser that asked: Lax is sent with the top-level GET that brings it.
                cookies.Dress(options.CorrelationCookie, "service-etat-", SameSiteMode.Lax);
                cookies.Dress(options.NonceCookie, "service-nonce-", SameSiteMode.Lax);
                events.Attach(options.Events, provider);
            });
        }
    }

    private static void Describe(OpenIdConnectOptions options, ExternalProvider provider)
    {
        if (provider.Authority.AbsolutePath.Contains("/.well-known/", StringComparison.Ordinal))
        {
            options.MetadataAddress = provider.Authority.AbsoluteUri; // that of Pro Santé Connect has a name of its own
        }
        else
        {
            options.Authority = provider.Authority.AbsoluteUri;
        }

        options.RequireHttpsMetadata = !provider.Authority.IsLoopback;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.Scope.Clear();
        foreach (var scope in provider.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            options.Scope.Add(scope);
        }

        options.CallbackPath = provider.CallbackPath;
        options.RemoteSignOutPath = PathString.Empty;
        options.SignedOutCallbackPath = PathString.Empty;
        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.MapInboundClaims = false;
        options.ClaimActions.Clear(); // by default they drop the issuer, which names the person together with the subject
        options.SaveTokens = false;
        options.DisableTelemetry = true;
        options.BackchannelTimeout = Patience;
        options.RemoteAuthenticationTimeout = AtTheService;
        options.ProtocolValidator.NonceLifetime = AtTheService;
        options.TokenValidationParameters.ValidAlgorithms = Algorithms;
        options.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(1);
    }
}
