using System.Globalization;

namespace Dites32.Core.Offers;

/// <summary>The public reference of an offer, « D32-00042 », and the addresses made of it.</summary>
public static class OfferReference
{
    private const string Prefix = "D32-";

    public static string Of(int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number:00000}");

    /// <summary>Null when the text is no reference.</summary>
    public static int? Read(string? reference) =>
        reference is not null && reference.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && int.TryParse(reference.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static string PathOf(int number, string slug) => $"/offres/{Of(number)}/{slug}";
}
