using System.Security.Cryptography;
using System.Text;

namespace Dites32.Core.Accounts.SecondFactors;

/// <summary>A code on paper for the day the telephone is lost (code de secours). It serves once; only its hash is kept.</summary>
internal sealed class RecoveryCode
{
    public const int Count = 10;

    /// <summary>Without the letters and figures that look alike on paper.</summary>
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int Length = 16;

    private RecoveryCode() { }

    public byte[] Hash { get; private init; } = [];
    public Guid AccountId { get; private init; }
    public DateTimeOffset? UsedAt { get; private init; }

    /// <summary>« 7k2m-… »: 79 random bits.</summary>
    public static string Draw() => string.Join('-', RandomNumberGenerator.GetString(Alphabet, Length).Chunk(4).Select(part => new string(part)));

    public static RecoveryCode Of(Guid accountId, string code) => new() { AccountId = accountId, Hash = HashOf(accountId, code) };

    public static byte[] HashOf(Guid accountId, string code) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{accountId:N}|{new string([.. code.ToLowerInvariant().Where(char.IsLetterOrDigit)])}"));
}
