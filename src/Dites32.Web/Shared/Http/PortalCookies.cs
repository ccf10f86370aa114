namespace Dites32.Web.Shared.Http;

/// <summary>
/// The names of the portal's cookies. « __Host- » makes the browser refuse one that came without TLS, from a subdomain or
/// for a part of the site; without TLS (on a developer's machine) no browser would accept it.
/// </summary>
internal sealed class PortalCookies(PublicAddress address)
{
    public string NameOf(string name) => address.IsSecure ? $"__Host-{name}" : name;

    /// <summary>For the cookies that the framework writes itself.</summary>
    public void Dress(CookieBuilder cookie, string name, SameSiteMode sameSite)
    {
        cookie.Name = NameOf(name);
        cookie.HttpOnly = true;
        cookie.SameSite = sameSite;
        cookie.SecurePolicy = address.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        cookie.Path = "/";
    }

    /// <summary>
    /// For a cookie that the browser gives to one part of the site only: « __Host- » would send it everywhere.
    /// </summary>
    public string NameOfPart(string name) => address.IsSecure ? $"__Secure-{name}" : name;

    public CookieOptions OptionsOfPart(string path, TimeSpan lifetime)
    {
        var options = Options(lifetime);
        options.Path = path;
        return options;
    }

    public CookieOptions Options(TimeSpan? lifetime = null) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = address.IsSecure,
        Path = "/",
        MaxAge = lifetime,
    };
}
