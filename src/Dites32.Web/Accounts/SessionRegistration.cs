using Dites32.Core.Accounts;
using Dites32.Web.Shared.Http;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Dites32.Web.Accounts;

internal static class SessionRegistration
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(60);

    /// <summary>How long a session outlives a change of password or of roles.</summary>
    public static readonly TimeSpan CheckInterval = TimeSpan.FromMinutes(1);

    public static void AddSessions(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddAuthorization();
        new IdentityBuilder(typeof(Account), typeof(IdentityRole<Guid>), services)
            .AddSignInManager()
            .AddClaimsPrincipalFactory<AccountClaims>();
        services.AddScoped<Session>();
        services.AddScoped<AuthenticationStateProvider, CircuitSession>();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = CheckInterval);
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.LoginPath = "/connexion";
            cookie.LogoutPath = "/deconnexion";
            cookie.AccessDeniedPath = "/acces-refuse";
            cookie.ReturnUrlParameter = "retour";
            cookie.ExpireTimeSpan = Idle;
            cookie.SlidingExpiration = true;
        });
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<PortalCookies>((options, cookies) => cookies.Dress(options.Cookie, "session", SameSiteMode.Lax));
        services.AddSingleton<LinkCookie>();
    }
}
