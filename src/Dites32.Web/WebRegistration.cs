using Dites32.Web.Accounts;
using Dites32.Web.Applications;
using Dites32.Web.Offers.Feeds;
using Dites32.Web.Offers.Photos;
using Dites32.Web.Shared;
using Dites32.Web.Shared.Errors;
using Dites32.Web.Shared.Http;

namespace Dites32.Web;

internal static class WebRegistration
{
    public static void AddDites32Web(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(options =>
        {
            options.DisconnectedCircuitMaxRetained = 100;
            options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
            options.PersistedCircuitInMemoryRetentionPeriod = TimeSpan.FromMinutes(20);
        });
        services.AddHttpContextAccessor();
        services.AddScoped<Sender>();
        services.AddSingleton<PersonalLinks>();
        services.AddSingleton<PublicAddress>();
        services.AddExceptionHandler<ErrorNumber>();
        services.AddSessions();
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "formulaire");
    }

    public static void UseDites32Web(this WebApplication app)
    {
        app.UseExceptionHandler("/erreur", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/etat/{0}", createScopeForStatusCodePages: true);
        app.UseMiddleware<HeadAsGet>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<CleanInput>();
        app.UseAntiforgery();
        app.UseMiddleware<ForgivingAntiforgery>();
        app.UseMiddleware<MissedForm>();
        app.MapStaticAssets();
        app.MapApplicationDocuments();
        app.MapOfferFeed();
        app.MapOfferPhotos();
        app.MapSitemap();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode().OnInteractivePagesOnly();
    }
}
