using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Dites32.Core.Accounts.SecondFactors;

/// <summary>Says for ten minutes that somebody has given the first proof of an account. It opens nothing by itself.</summary>
internal sealed class SecondStepTokens(IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);
    private readonly IDataProtector protector = protection.CreateProtector("second-step");

    public string For(Account account) => protector.Protect(string.Create(
        CultureInfo.InvariantCulture, $"{account.Id:N}|{account.SecurityStamp}|{(clock.GetUtcNow() + Life).ToUnixTimeSeconds()}"));

    /// <summary>The account and its stamp, or null when it is none of ours or too old.</summary>
    public (Guid AccountId, string Stamp)? Read(string token)
    {
        try
        {
            var parts = protector.Unprotect(token).Split('|');
            return DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[2], CultureInfo.InvariantCulture)) > clock.GetUtcNow()
                ? (Guid.ParseExact(parts[0], "N"), parts[1])
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
