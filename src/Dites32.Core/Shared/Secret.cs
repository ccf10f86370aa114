using System.Security.Cryptography;
using System.Text;

namespace Dites32.Core.Shared;

/// <summary>The secret of a personal link: 256 random bits, of which only the SHA-256 is stored.</summary>
internal static class Secret
{
    public static string Draw() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).Replace('+', '-').Replace('/', '_').TrimEnd('=');

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
