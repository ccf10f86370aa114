using System.Globalization;
using System.Text;

namespace Dites32.Core.Offers;

internal static class Slug
{
    public const int MaxLength = 80;

    /// <summary>The title and the place, which is not said twice.</summary>
    public static string Of(string title, string place)
    {
        var (name, where) = (Of(title), Of(place));
        return name == where || name.EndsWith($"-{where}", StringComparison.Ordinal) ? name : Of($"{title} {place}");
    }

    /// <summary>« Médecin généraliste – L'Isle-Jourdain » becomes « medecin-generaliste-l-isle-jourdain ».</summary>
    public static string Of(string text)
    {
        var words = Words(text);
        return words.Length <= MaxLength ? words : words[..MaxLength].TrimEnd('-');
    }

    /// <summary>The words of a text in plain letters, between hyphens, however long it is.</summary>
    public static string Words(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }
}
