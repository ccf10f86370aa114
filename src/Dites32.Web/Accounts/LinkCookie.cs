namespace Dites32.Web.Accounts;

/// <summary>
/// Opening a link exchanges its token for a cookie of that page, so that the address (history, logs, screenshots)
/// holds no secret. Nothing is done before the person presses the button: mail filters open links too.
/// </summary>
internal static class LinkCookie
{
    private const string Name = "jeton";
    private const int MaxLength = 1500;

    public static void Keep(HttpContext context, string token)
    {
        if (token.Length <= MaxLength)
        {
            context.Response.Cookies.Append(Name, token, Options(context));
        }
    }

    public static string? Read(HttpContext context) =>
        context.Request.Cookies.TryGetValue(Name, out var token) && token.Length is > 0 and <= MaxLength ? token : null;

    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context));

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        Path = context.Request.Path,
    };
}
