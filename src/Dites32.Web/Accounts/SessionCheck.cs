using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.StaticAssets;

namespace Dites32.Web.Accounts;

/// <summary>Turns what the cookie names into who it is at this moment, or into nobody. Files of the site ask for nobody.</summary>
internal static class SessionCheck
{
    public static async Task ValidateAsync(CookieValidatePrincipalContext cookie)
    {
        var context = cookie.HttpContext;
        if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            return;
        }

        var dispatcher = context.RequestServices.GetRequiredService<IDispatcher>();
        if (SessionPrincipal.Read(cookie.Principal!) is var (id, _)
            && await dispatcher.SendAsync(Actor.Anonymous, new GetSession(id), context.RequestAborted) is { Error: null, Value: var state })
        {
            cookie.ReplacePrincipal(SessionPrincipal.Of(id, state));
            return;
        }

        cookie.RejectPrincipal();
        await context.SignOutAsync(cookie.Scheme.Name);
    }
}
