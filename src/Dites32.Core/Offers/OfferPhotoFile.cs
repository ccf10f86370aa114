namespace Dites32.Core.Offers;

/// <summary>The pixels of a photo: written once, never changed. Its order and its description are on the offer.</summary>
internal sealed class OfferPhotoFile
{
    public const int MaxSize = 2 * 1024 * 1024;

    private OfferPhotoFile() { }

    public Guid OfferId { get; private init; }

    /// <summary>Of <see cref="Large"/>, in hexadecimal.</summary>
    public string Hash { get; private init; } = "";
    public int Width { get; private init; }
    public int Height { get; private init; }
    public byte[] Small { get; private init; } = [];
    public byte[] Large { get; private init; } = [];
    public DateTimeOffset AddedAt { get; private init; }

    public static OfferPhotoFile Of(Guid offerId, ReceivedPhoto photo, DateTimeOffset now) => new()
    {
        OfferId = offerId,
        Hash = photo.Hash,
        Width = photo.Width,
        Height = photo.Height,
        Small = photo.Small,
        Large = photo.Large,
        AddedAt = now,
    };

    /// <summary>The same photo for another offer.</summary>
    public OfferPhotoFile CopyFor(Guid offerId, DateTimeOffset now) => new()
    {
        OfferId = offerId,
        Hash = Hash,
        Width = Width,
        Height = Height,
        Small = Small,
        Large = Large,
        AddedAt = now,
    };

    /// <summary>To be removed without being read.</summary>
    public static OfferPhotoFile Named(Guid offerId, string hash) => new() { OfferId = offerId, Hash = hash };
}
