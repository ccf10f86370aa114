using Dites32.Web.Accounts;
using Dites32.Web.Accounts.External;
using Dites32.Web.Applications;
using Dites32.Web.Audit;
using Dites32.Web.Home;
using Dites32.Web.InternSpace;
using Dites32.Web.Internships;
using Dites32.Web.Internships.Housing;
using Dites32.Web.Offers.Feeds;
using Dites32.Web.Offers.Photos;
using Dites32.Web.Privacy;
using Dites32.Web.Shared;
using Dites32.Web.Shared.Errors;
using Dites32.Web.Shared.Http;
using Dites32.Web.SpouseSupport;
using Dites32.Web.SpouseSupport.Casework;
using Microsoft.AspNetCore.Antiforgery;

namespace Dites32.Web;

internal static class WebRegistration
{
    public static void AddDites32Web(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(options =>
        {
            options.DisconnectedCircuitMaxRetained = 100;
            options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
            options.PersistedCircuitInMemoryRetentionPeriod = TimeSpan.FromMinutes(20);
        });
        services.AddHttpContextAccessor();
        services.AddScoped<Sender>();
        services.AddScoped<CircuitPace>();
        services.AddSingleton<PersonalLinks>();
        services.AddSingleton<SpouseCookie>();
        services.AddSingleton<PublicAddress>();
        services.AddExceptionHandler<ErrorNumber>();
        services.AddSessions();
        services.AddExternalSignIn(configuration);
        services.AddSingleton<PortalCookies>();
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>()
            .Configure<PortalCookies>((options, cookies) => cookies.Dress(options.Cookie, "formulaire", SameSiteMode.Strict));
        services.AddProxy();
        services.AddKnownHosts();
        services.AddRequestLimits();
    }

    public static void UseDites32Web(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UsePublicScheme();
        app.UseExceptionHandler("/erreur", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/etat/{0}", createScopeForStatusCodePages: true);
        app.UseMiddleware<HeadAsGet>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseRateLimiter();
        app.UseMiddleware<CircuitOrigin>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<CircuitLimits>();
        app.UseMiddleware<CleanInput>();
        app.UseAntiforgery();
        app.UseMiddleware<ForgivingAntiforgery>();
        app.UseMiddleware<MissedForm>();
        app.MapStaticAssets();
        app.MapApplicationDocuments();
        app.MapOfferFeed();
        app.MapOfferPhotos();
        app.MapSitemap();
        app.MapSecurityContact();
        app.MapSession();
        app.MapExternalSignIn();
        app.MapMyData();
        app.MapSpouseData();
        app.MapSpouseDocuments();
        app.MapJobFile();
        app.MapAssignmentFile();
        app.MapDwellingPhotos();
        app.MapArrivalKit();
        app.MapMeetings();
        app.MapMyEvents();
        app.MapTraceFile();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(circuit =>
        {
            circuit.DisableWebSocketCompression = true; // what is compressed beside foreign text can be guessed by its length
            circuit.ContentSecurityFrameAncestorsPolicy = null; // SecurityHeaders says it
        }).OnInteractivePagesOnly();
    }
}
