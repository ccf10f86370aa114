using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using OtpNet;

namespace Dites32.Core.Accounts.SecondFactors;

/// <summary>Draws the secrets, keeps them encrypted, and says which half-minute a code belongs to (RFC 6238: SHA-1, six figures, 30 s).</summary>
internal sealed class SecondFactorSecrets(IDataProtectionProvider protection)
{
    private const int Bytes = 20;
    private static readonly VerificationWindow OneStepAround = new(previous: 1, future: 1);

    private readonly IDataProtector kept = protection.CreateProtector("second-factor");
    private readonly IDataProtector offered = protection.CreateProtector("second-factor-offer");

    public static string Draw() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(Bytes));

    public string Protect(string secret) => kept.Protect(secret);

    /// <summary>The half-minute of a code, one before and one after this one accepted, or null when it is none of them.</summary>
    public long? StepOf(SecondFactor factor, string code, DateTimeOffset now) => StepOf(SecretOf(factor), code, now);

    public static long? StepOf(string secret, string code, DateTimeOffset now) =>
        new Totp(Base32Encoding.ToBytes(secret)).VerifyTotp(now.UtcDateTime, code, out var step, OneStepAround) ? step : null;

    /// <summary>The code of this moment, for the demo's own accounts.</summary>
    public static string CodeAt(string secret, DateTimeOffset now) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(now.UtcDateTime);

    public string SecretOf(SecondFactor factor) => kept.Unprotect(factor.ProtectedSecret);

    /// <summary>What the page carries between showing a secret and the first code: nothing is stored before that.</summary>
    public string Offer(Guid accountId, string secret) => offered.Protect($"{accountId:N}|{secret}");

    public string? Offered(Guid accountId, string offer)
    {
        try
        {
            var parts = offered.Unprotect(offer).Split('|');
            return parts[0] == accountId.ToString("N") ? parts[1] : null;
        }
        catch (CryptographicException) // made up, or of another installation
        {
            return null;
        }
    }
}
