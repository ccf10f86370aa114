using Dites32.Core.Shared;

namespace Dites32.Core.Candidates;

/// <summary>
/// The national number of a health professional: 11 digits, the last one a Luhn key. A wrong length is refused; a wrong
/// key is only a warning, because numbers given as examples by the Agence du numérique en santé fail it.
/// </summary>
public static class Rpps
{
    public const int Length = 11;

    /// <summary>Reads what was typed or pasted: spaces go, and so does the leading 8 of a national identifier of 12 digits.</summary>
    /// <returns>The 11 digits; null when nothing was typed; an error for another length.</returns>
    public static Result<string?> Read(string? typed)
    {
        var text = new string([.. PlainText.Clean(typed).Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-'))]);
        if (text.Length == 0)
        {
            return Result<string?>.Success(null);
        }

        if (text.Length == Length + 1 && text[0] == '8')
        {
            text = text[1..];
        }

        return text.Length == Length && text.All(char.IsAsciiDigit)
            ? text
            : new Error(ErrorKind.Invalid, "rpps.length", "Un numéro RPPS compte 11\u00a0chiffres. Vérifiez-le sur votre carte CPS, ou laissez ce champ vide.");
    }

    /// <summary>Is the last digit the Luhn key of the number?</summary>
    public static bool HasGoodKey(string rpps)
    {
        var sum = 0;
        for (var i = 0; i < rpps.Length; i++)
        {
            var digit = rpps[rpps.Length - 1 - i] - '0';
            sum += i % 2 == 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        }

        return sum % 10 == 0;
    }
}
