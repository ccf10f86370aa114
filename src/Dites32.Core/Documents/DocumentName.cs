using System.Globalization;
using System.Text;

namespace Dites32.Core.Documents;

/// <summary>The name of a file as its sender knows it, without what a name can hide.</summary>
internal static class DocumentName
{
    public static string Clean(string? typed, DocumentKind kind)
    {
        var name = Visible(typed ?? "");
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Trim(' ', '.', '\u00a0');
        var (stem, extension) = Split(name, kind);
        if (stem.Length == 0)
        {
            stem = "document";
        }

        var room = DocumentLimits.MaxFileNameLength - extension.Length;
        if (stem.Length > room)
        {
            stem = stem[..(char.IsHighSurrogate(stem[room - 1]) ? room - 1 : room)].TrimEnd(' ', '.');
        }

        return stem + extension;
    }

    /// <summary>The right extension is kept as typed, a wrong one replaced, and « CV v1.2 » has none.</summary>
    private static (string Stem, string Extension) Split(string name, DocumentKind kind)
    {
        var extensions = kind.Extensions();
        var typed = Path.GetExtension(name);
        var stem = name[..^typed.Length];
        if (extensions.Contains(typed, StringComparer.OrdinalIgnoreCase))
        {
            return (stem.TrimEnd(' ', '.'), typed);
        }

        var isExtension = typed.Length is > 1 and <= 6 && typed.Skip(1).All(char.IsAsciiLetterOrDigit) && typed.Any(char.IsAsciiLetter);
        stem = isExtension ? stem : name;
        var inner = Path.GetExtension(stem);
        return extensions.Contains(inner, StringComparer.OrdinalIgnoreCase)
            ? (stem[..^inner.Length].TrimEnd(' ', '.'), inner) // « cv.pdf.exe » that is a PDF
            : (stem.TrimEnd(' ', '.'), extensions[0]);
    }

    /// <summary>
    /// Without control characters, nor those that show nothing: among them the override that makes « cv(U+202E)fdp.exe » read backwards.
    /// </summary>
    private static string Visible(string typed)
    {
        var visible = new StringBuilder(Math.Min(typed.Length, 1024));
        foreach (var rune in typed.EnumerateRunes().Take(1024))
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator)
            {
                visible.Append(' ');
            }
            else if (rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate))
            {
                visible.Append(rune.ToString());
            }
        }

        return visible.ToString().Normalize(NormalizationForm.FormC);
    }
}
