using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Dites32.Core.Accounts;

/// <summary>PBKDF2-HMAC-SHA512, with the number of rounds that OWASP asks for.</summary>
internal static class Passwords
{
    public const int Iterations = 220_000;

    private static readonly PasswordHasher<Account> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));

    private static readonly Lazy<string> Nobodys = new(() => Hash(Guid.NewGuid().ToString()));

    public static string Hash(string password) => Hasher.HashPassword(null!, password);

    /// <summary>Without a hash (no account, or no password yet) the answer is no, after the same work.</summary>
    public static PasswordVerificationResult Verify(string? hash, string password)
    {
        var result = Hasher.VerifyHashedPassword(null!, hash ?? Nobodys.Value, password);
        return hash is null ? PasswordVerificationResult.Failed : result;
    }
}
