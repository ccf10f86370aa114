using System.Security.Cryptography;
using Dites32.Core.Shared;
using Dites32.Web.Accounts;
using Dites32.Web.Shared.Http;
using Microsoft.AspNetCore.DataProtection;

namespace Dites32.Web.SpouseSupport;

/// <summary>
/// The cookie that names the session of a partner. The browser gives it to these pages only: nothing that a doctor or a
/// recruiter opens in the same browser ever comes with it.
/// </summary>
internal sealed class SpouseCookie(IDataProtectionProvider protection, PortalCookies cookies)
{
    public const string Root = "/dites32-a-2";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly string name = cookies.NameOfPart("dites32-a-2");
    private readonly IDataProtector protector = protection.CreateProtector("spouse-session");

    public void Keep(HttpContext context, Guid sessionId) =>
        context.Response.Cookies.Append(name, Convert.ToBase64String(protector.Protect(sessionId.ToByteArray())), cookies.OptionsOfPart(Root, Lifetime));

    public void Forget(HttpContext context) => context.Response.Cookies.Delete(name, cookies.OptionsOfPart(Root, Lifetime));

    /// <summary>
    /// Who acts on these pages: a partner in their space, or anybody, and never the owner of an account that is open in the
    /// same browser. Null elsewhere.
    /// </summary>
    public Actor? ActorOn(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return (Read(context) is { } session ? Actor.Spouse(session) : Actor.Anonymous) with
        {
            Network = VisitorNetwork.Of(context.Connection.RemoteIpAddress),
            Browser = BrowserName.Of(context.Request.Headers.UserAgent),
        };
    }

    private Guid? Read(HttpContext context)
    {
        try
        {
            return context.Request.Cookies.TryGetValue(name, out var cookie) ? new Guid(protector.Unprotect(Convert.FromBase64String(cookie))) : null;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
