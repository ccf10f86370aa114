using Microsoft.AspNetCore.Authentication;

namespace Dites32.Web.Accounts.External;

internal static class ExternalEndpoints
{
    /// <summary>
    /// Sends the browser to a service. A link and no form: the policy « form-action 'self' » stays as it is, and the answer is
    /// bound to this browser by the cookies that are set here. Another site cannot start it: browsers say where a click comes from.
    /// </summary>
    public static void MapExternalSignIn(this WebApplication app)
    {
        foreach (var provider in app.Services.GetRequiredService<ExternalProviders>().All)
        {
            app.MapGet(provider.StartPath, (HttpContext context, string? retour) => StartAsync(context, provider, retour));
        }
    }

    private static async Task StartAsync(HttpContext context, ExternalProvider provider, string? returnTo)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin"))
        {
            context.Response.Redirect("/connexion");
            return;
        }

        var properties = new AuthenticationProperties { RedirectUri = ExternalPages.Continue };
        properties.Items[ExternalEvents.ReturnTo] = LocalAddress.Or(returnTo, "") is { Length: > 0 } local ? local : null;
        try
        {
            await context.ChallengeAsync(provider.Slug, properties);
        }
        catch (Exception exception) when (exception is InvalidOperationException or HttpRequestException or IOException or OperationCanceledException or AuthenticationFailureException)
        {
            context.Response.Redirect(ExternalProblems.Address(provider, ExternalProblems.Down)); // its description cannot be read
        }
    }
}
