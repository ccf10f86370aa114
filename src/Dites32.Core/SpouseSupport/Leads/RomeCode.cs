using System.Text.RegularExpressions;
using Dites32.Core.Shared;

namespace Dites32.Core.SpouseSupport;

/// <summary>A trade in the nomenclature of France Travail (ROME): « M1607 ».</summary>
internal static partial class RomeCode
{
    public const int Length = 5;

    /// <summary>Null when nothing was typed.</summary>
    public static Result<string?> Read(string? typed)
    {
        var code = PlainText.Clean(typed).ToUpperInvariant();
        return code.Length == 0 ? Result<string?>.Success(null)
            : Code().IsMatch(code) ? code
            : new Error(ErrorKind.Invalid, "rome", "Un code ROME compte une lettre et quatre chiffres, par exemple M1607.");
    }

    [GeneratedRegex("^[A-N][0-9]{4}$")]
    private static partial Regex Code();
}
