using Dites32.Core.Offers;

namespace Dites32.Web.Offers.Photos;

/// <summary>Where the photos of an offer are read: by everybody, or by its recruiters whatever its state.</summary>
internal static class PhotoAddress
{
    public static string Public(OfferSheetModel sheet) => $"/offres/{sheet.Reference}/photos";

    public static string Recruiting(Guid offerId) => $"/recruteur/offres/{offerId}/photos";

    /// <param name="folder">One of the two above.</param>
    public static string Of(string folder, OfferPhoto photo, PhotoSize size) => $"{folder}/{photo.Hash}{size.Suffix()}";

    /// <summary>Both pictures with their widths, for the browser to choose.</summary>
    public static string Choices(string folder, OfferPhoto photo) =>
        string.Join(", ", Enum.GetValues<PhotoSize>().Select(size => $"{Of(folder, photo, size)} {photo.WidthOf(size)}w"));
}
