namespace Dites32.Web.Territory;

/// <summary>The value of a list, as a form sends it.</summary>
internal static class Choice
{
    /// <summary>Null for what is no name of the enum, a number included.</summary>
    public static T? Of<T>(string? text) where T : struct, Enum =>
        Enum.TryParse<T>(text, out var value) && Enum.GetName(value) == text ? value : null;
}
