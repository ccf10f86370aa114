using System.Security.Cryptography;
using Dites32.Web.Shared.Http;
using Microsoft.AspNetCore.DataProtection;

namespace Dites32.Web.Shared;

/// <summary>
/// The cookie that remembers which personal links (draft, follow-up) were opened in this browser, so that addresses
/// carry no secret. It holds the ids of the links, protected; whether a link is still alive is checked at each request.
/// </summary>
internal sealed class PersonalLinks(IDataProtectionProvider protection, PortalCookies cookies)
{
    private const int MaxLinks = 12;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private readonly string name = cookies.NameOf("suivi");
    private readonly IDataProtector protector = protection.CreateProtector("personal-links");

    public IReadOnlyList<Guid> Read(HttpContext context)
    {
        if (!context.Request.Cookies.TryGetValue(name, out var cookie))
        {
            return [];
        }

        try
        {
            var bytes = protector.Unprotect(Convert.FromBase64String(cookie));
            return [.. bytes.Chunk(16).Select(id => new Guid(id))];
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException or ArgumentException)
        {
            return [];
        }
    }

    public void Remember(HttpContext context, Guid linkId)
    {
        var links = Read(context).Where(id => id != linkId).Prepend(linkId).Take(MaxLinks);
        var value = protector.Protect([.. links.SelectMany(id => id.ToByteArray())]);
        context.Response.Cookies.Append(name, Convert.ToBase64String(value), cookies.Options(Lifetime));
    }
}
