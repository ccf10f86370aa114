using System.Globalization;
using System.Text;

namespace Dites32.Core.Offers;

internal static class Slug
{
    public const int MaxLength = 80;

    /// <summary>« Médecin généraliste – L'Isle-Jourdain » becomes « medecin-generaliste-l-isle-jourdain ».</summary>
    public static string Of(string text)
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

        var trimmed = slug.ToString().Trim('-');
        return trimmed.Length <= MaxLength ? trimmed : trimmed[..MaxLength].TrimEnd('-');
    }
}
