namespace Dites32.Core.Data;

internal static class Like
{
    public const string EscapeCharacter = "\\";

    /// <summary>Makes a person's text literal inside a LIKE pattern.</summary>
    public static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal);
}
