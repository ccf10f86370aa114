using Dites32.Web.Shared.Http;
using Dites32.Web.SpouseSupport;

namespace Dites32.Web.Accounts;

/// <summary>
/// Opening a link exchanges its token for a cookie of that page, so that the address (history, logs, screenshots)
/// holds no secret. Nothing is done before the person presses the button: mail filters open links too.
/// </summary>
internal sealed class LinkCookie(PortalCookies cookies)
{
    private const int MaxLength = 1500;
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public void Keep(HttpContext context, string token) => Keep(context, token, context.Request.Path.Value!);

    /// <summary>For another page than this one.</summary>
    public void Keep(HttpContext context, string token, string page)
    {
        if (token.Length <= MaxLength)
        {
            context.Response.Cookies.Append(NameFor(page), token, OptionsFor(page));
        }
    }

    public string? Read(HttpContext context) =>
        context.Request.Cookies.TryGetValue(NameFor(context.Request.Path.Value!), out var token) && token.Length is > 0 and <= MaxLength ? token : null;

    public void Forget(HttpContext context) =>
        context.Response.Cookies.Delete(NameFor(context.Request.Path.Value!), OptionsFor(context.Request.Path.Value!));

    /// <summary>One for each page that links lead to: two of them opened together do not mix.</summary>
    private string NameFor(string page)
    {
        var name = $"jeton{page.Replace('/', '-')}";
        return IsOfSpouses(page) ? cookies.NameOfPart(name) : cookies.NameOf(name);
    }

    /// <summary>Nothing of the partners' service goes with the portal's other pages, not even that somebody has a link to it.</summary>
    private CookieOptions OptionsFor(string page) => IsOfSpouses(page) ? cookies.OptionsOfPart(SpouseCookie.Root, Patience) : cookies.Options();

    private static bool IsOfSpouses(string page) => page.StartsWith(SpouseCookie.Root, StringComparison.OrdinalIgnoreCase);
}
