using Dites32.Core.Shared;

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
        var words = PlainText.Words(text);
        return words.Length <= MaxLength ? words : words[..MaxLength].TrimEnd('-');
    }
}
