using Dites32.Core.Shared;
using SkiaSharp;

namespace Dites32.Core.Offers;

internal sealed record PhotoPicture(byte[] Bytes, int Width, int Height);

/// <summary>
/// Draws a JPEG or a PNG again, upright and small. Nothing but pixels passes: neither the place where the photo was taken
/// nor what a file may hide behind its picture.
/// </summary>
internal static class PhotoDrawing
{
    private const int MinSide = 400;
    private const int MaxShape = 4;

    /// <summary>Six of them and their page stay under 200 KB.</summary>
    private const int SmallBudget = 26 * 1024;
    private const int LargeBudget = 300 * 1024;
    private static readonly int[] Qualities = [75, 60, 45, 30, 15];

    public static Result<ReceivedPhoto> Draw(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null)
        {
            return PhotoErrors.Damaged;
        }

        var (shorter, longer) = (Math.Min(codec.Info.Width, codec.Info.Height), Math.Max(codec.Info.Width, codec.Info.Height));
        if (shorter < MinSide || longer > shorter * MaxShape)
        {
            return shorter < MinSide ? PhotoErrors.TooSmall : PhotoErrors.TooNarrow;
        }

        using var decoded = Decode(codec);
        if (decoded is null)
        {
            return PhotoErrors.Damaged;
        }

        using var large = Scale(decoded, codec.EncodedOrigin, PhotoSize.Large);
        using var small = Scale(large, SKEncodedOrigin.TopLeft, PhotoSize.Small);
        return new ReceivedPhoto(
            Encode(small, SKEncodedImageFormat.Webp, SmallBudget), Encode(large, SKEncodedImageFormat.Jpeg, LargeBudget));
    }

    /// <summary>
    /// The pixels, as sRGB; null when one is missing. A JPEG is decoded at an eighth to the whole of its size, whatever is
    /// enough; a PNG whole.
    /// </summary>
    private static SKBitmap? Decode(SKCodec codec)
    {
        var enough = Math.Min(PhotoSize.Large.Side(), Math.Max(codec.Info.Width, codec.Info.Height));
        var size = codec.Info.Size;
        for (var eighths = 1; eighths < 8; eighths++)
        {
            var scaled = codec.GetScaledDimensions(eighths / 8f);
            if (Math.Max(scaled.Width, scaled.Height) >= enough)
            {
                size = scaled;
                break;
            }
        }

        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb());
        var bitmap = new SKBitmap(info);
        if (codec.GetPixels(info, bitmap.GetPixels()) == SKCodecResult.Success)
        {
            return bitmap;
        }

        bitmap.Dispose();
        return null;
    }

    private static SKBitmap Scale(SKBitmap source, SKEncodedOrigin origin, PhotoSize size)
    {
        var lies = origin >= SKEncodedOrigin.LeftTop; // taken with the phone upright: its rows are columns
        var (width, height) = lies ? (source.Height, source.Width) : (source.Width, source.Height);
        var (fitWidth, fitHeight) = size.Fit(width, height);
        var target = new SKBitmap(new SKImageInfo(fitWidth, fitHeight, SKColorType.Rgba8888, SKAlphaType.Opaque, SKColorSpace.CreateSrgb()));
        using var canvas = new SKCanvas(target);
        using var image = SKImage.FromBitmap(source);
        canvas.Clear(SKColors.White); // behind a transparent PNG
        canvas.Scale((float)fitWidth / width, (float)fitHeight / height);
        canvas.Concat(Upright(origin, source.Width, source.Height));
        canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return target;
    }

    /// <summary>From where a pixel was kept to where it belongs (EXIF 2.3, Orientation).</summary>
    private static SKMatrix Upright(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    /// <summary>At the best quality that stays in the budget; at the least one, whatever it weighs.</summary>
    private static PhotoPicture Encode(SKBitmap picture, SKEncodedImageFormat format, int budget)
    {
        using var pixels = picture.PeekPixels();
        using var plain = pixels.WithColorSpace(null!); // sRGB goes without saying: no profile
        foreach (var quality in Qualities)
        {
            using var encoded = plain.Encode(format, quality)!;
            if (encoded.Size <= budget || quality == Qualities[^1])
            {
                return new PhotoPicture(encoded.ToArray(), picture.Width, picture.Height);
            }
        }

        throw new InvalidOperationException("There is always a last quality.");
    }
}
