using System.Globalization;

namespace Dites32.Core.Audit;

/// <summary>A seal that somebody noted on another machine: a chain rewritten from end to end does not hold it any more.</summary>
public sealed record AuditHead(long Number, string Hash)
{
    /// <summary>« 12:9f3a… »; null when it is no head.</summary>
    public static AuditHead? Parse(string text) =>
        text.Split(':') is [var number, { Length: 64 } hash] && hash.All(char.IsAsciiHexDigit)
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
            ? new AuditHead(parsed, hash.ToLowerInvariant())
            : null;

    internal static AuditHead Of(AuditSeal seal) => new(seal.Number, Convert.ToHexStringLower(seal.Hash));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}:{Hash}");
}
