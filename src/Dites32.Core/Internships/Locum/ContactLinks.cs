using System.Buffers.Text;
using System.Security.Cryptography;
using Dites32.Core.Notifications;
using Microsoft.AspNetCore.DataProtection;

namespace Dites32.Core.Internships.Locum;

/// <summary>
/// The link at the foot of each mail of the programme: it stops them without signing in, and does nothing else. It is the
/// file's id, protected; it holds as long as the file, and a page asks before anything is done (mailboxes open links).
/// </summary>
internal sealed class ContactLinks(IDataProtectionProvider protection, Portal portal)
{
    public const string Path = "/internes/arreter-les-courriels";

    private readonly IDataProtector protector = protection.CreateProtector("intern-contact");

    public string TokenOf(Guid internId) => Base64Url.EncodeToString(protector.Protect(internId.ToByteArray()));

    public string LinkOf(Guid internId) => portal.Link($"{Path}?jeton={TokenOf(internId)}");

    public Guid? Read(string? token)
    {
        try
        {
            return new Guid(protector.Unprotect(Base64Url.DecodeFromChars(token ?? "")));
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
