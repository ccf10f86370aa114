using Dites32.Core.Accounts;
using Dites32.Core.Accounts.Sessions;
using Dites32.Web.Accounts.Passkeys;
using Dites32.Web.Shared;
using Dites32.Web.Shared.Http;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;

namespace Dites32.Web.Accounts;

internal static class SessionRegistration
{
    /// <summary>Longer than the longest session: the row of the session ends it, not the cookie.</summary>
    private static readonly TimeSpan CookieLife = TimeSpan.FromHours(13);

    public static void AddSessions(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddAuthorization();
        new IdentityBuilder(typeof(Account), typeof(IdentityRole<Guid>), services).AddSignInManager();
        services.AddScoped<Session>();
        services.AddScoped<PasskeyCeremony>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<PublicAddress>((passkeys, address) =>
        {
            passkeys.ServerDomain = address.Host;
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required"; // it is found without typing an address
        });
        services.AddScoped<CircuitSession>();
        services.AddScoped<AuthenticationStateProvider>(provider => provider.GetRequiredService<CircuitSession>());
        services.AddScoped<CircuitHandler, CircuitWatch>();
        services.AddSingleton<SessionSignals>();
        services.AddHostedService(provider => provider.GetRequiredService<SessionSignals>());
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.LoginPath = "/connexion";
            cookie.LogoutPath = "/deconnexion";
            cookie.AccessDeniedPath = "/acces-refuse";
            cookie.ReturnUrlParameter = "retour";
            cookie.ExpireTimeSpan = CookieLife;
            cookie.SlidingExpiration = false;
            cookie.Events.OnValidatePrincipal = SessionCheck.ValidateAsync;
        });
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<PortalCookies>((options, cookies) => cookies.Dress(options.Cookie, "session", SameSiteMode.Lax));
        services.AddSingleton<LinkCookie>();
    }
}
