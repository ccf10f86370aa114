using System.Globalization;
using Dites32.Core.Shared;

namespace Dites32.Web.Shared;

/// <summary>The portal speaks French. Numbers for machines (SVG, JSON, CSV) are written with the invariant culture, by name.</summary>
internal static class French
{
    public static void IsTheCultureOfEverything() =>
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture =
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Clock.French;

    /// <summary>« aucune offre », « 1 offre », « 12 offres »</summary>
    public static string Count(int number, string one, string many, string none) => number switch
    {
        0 => none,
        1 => $"1\u00a0{one}",
        _ => $"{number.ToString("N0", Clock.French)}\u00a0{many}",
    };

    /// <summary>The same words at the beginning of a line.</summary>
    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpper(words[0], Clock.French) + words[1..];

    /// <summary>The same words within a sentence; a name keeps its capital when it comes later.</summary>
    public static string Small(string words) => words.Length == 0 ? words : char.ToLower(words[0], Clock.French) + words[1..];
}
