namespace Dites32.Core.Shared;

/// <summary>The number of an establishment (Siret): fourteen digits, the last of which checks the others.</summary>
public static class Siret
{
    public const int Length = 14;

    /// <summary>La Poste has so many establishments that Luhn's key does not fit: the sum of their digits is a multiple of five.</summary>
    private const string LaPoste = "356000000";

    /// <summary>Null when nothing was typed; spaces are left out.</summary>
    public static Result<string?> Read(string? typed)
    {
        var digits = string.Concat(PlainText.Clean(typed).Where(c => !char.IsWhiteSpace(c)));
        return digits.Length == 0 ? Result<string?>.Success(null)
            : digits.Length == Length && digits.All(char.IsAsciiDigit) && HasItsKey(digits) ? digits
            : new Error(ErrorKind.Invalid, "siret", "Ce numéro Siret n'existe pas\u00a0: vérifiez ses 14\u00a0chiffres.");
    }

    /// <summary>Luhn: each second digit from the right counts twice, its own digits added.</summary>
    private static bool HasItsKey(string digits)
    {
        var sum = digits.Reverse().Select((c, index) => index % 2 == 0 ? c - '0' : (c - '0') * 2).Sum(value => value > 9 ? value - 9 : value);
        return sum % 10 == 0 || (digits.StartsWith(LaPoste, StringComparison.Ordinal) && digits.Sum(c => c - '0') % 5 == 0);
    }
}
