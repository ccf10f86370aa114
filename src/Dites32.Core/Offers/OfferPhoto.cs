using Dites32.Core.Shared;

namespace Dites32.Core.Offers;

/// <summary>A photo of an offer as its page shows it; the pixels lie in <see cref="OfferPhotoFile"/>.</summary>
/// <param name="Hash">SHA-256 of the large picture, in hexadecimal: its name in addresses.</param>
/// <param name="Description">What one sees, for whoever does not see it.</param>
/// <param name="Width">Of the large picture, in pixels.</param>
public sealed record OfferPhoto(string Hash, string Description, int Width, int Height)
{
    public const int MaxPerOffer = 6;
    public const int MaxDescriptionLength = 200;

    /// <summary>How wide the picture of this size is.</summary>
    public int WidthOf(PhotoSize size) => size.Fit(Width, Height).Width;

    public static string CleanDescription(string? typed) =>
        string.Join(' ', PlainText.Clean(typed).Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>The two pictures that are kept of a photo; what was sent is not.</summary>
public enum PhotoSize { Small, Large }

public static class PhotoSizes
{
    /// <summary>The longer side, in pixels, at most.</summary>
    public static int Side(this PhotoSize size) => size switch
    {
        PhotoSize.Small => 480,
        PhotoSize.Large => 1200,
    };

    public static string MediaType(this PhotoSize size) => size switch
    {
        PhotoSize.Small => "image/webp", // half the weight of a JPEG: the one that pages load
        PhotoSize.Large => "image/jpeg", // what every program and every preview of a link opens
    };

    /// <summary>What follows the hash in the name of the file.</summary>
    public static string Suffix(this PhotoSize size) => size switch
    {
        PhotoSize.Small => "-480.webp",
        PhotoSize.Large => "-1200.jpg",
    };

    /// <summary>The same shape inside the square of this size; never larger than it was.</summary>
    public static (int Width, int Height) Fit(this PhotoSize size, int width, int height)
    {
        var scale = Math.Min(1, (double)size.Side() / Math.Max(width, height));
        return (Math.Max(1, (int)Math.Round(width * scale)), Math.Max(1, (int)Math.Round(height * scale)));
    }
}
