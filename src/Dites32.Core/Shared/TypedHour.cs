using System.Globalization;
using System.Text.RegularExpressions;

namespace Dites32.Core.Shared;

/// <summary>An hour as a time field posts it (14:30), or as a person writes it where the browser has none (14 h 30).</summary>
internal static partial class TypedHour
{
    public const string Wrong = "Écrivez l'heure ainsi\u00a0: 14:30.";

    /// <summary>Null for what is no hour, and when nothing was typed.</summary>
    public static TimeOnly? Read(string? typed) =>
        Hours().Match(PlainText.Clean(typed)) is { Success: true } found
            ? new TimeOnly(int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture), found.Groups[2].Success ? int.Parse(found.Groups[2].ValueSpan, CultureInfo.InvariantCulture) : 0)
            : null;

    [GeneratedRegex(@"^([01]?[0-9]|2[0-3])\s*(?:[:hH.]\s*([0-5][0-9])?(?::00)?)$")]
    private static partial Regex Hours();
}
