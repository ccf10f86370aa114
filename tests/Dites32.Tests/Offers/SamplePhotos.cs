using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace Dites32.Tests.Offers;

/// <summary>Draws pictures for the tests.</summary>
internal static class SamplePhotos
{
    /// <summary>What the EXIF of a sample says in clear.</summary>
    public const string Phone = "Telephone-Zirkon";

    public static byte[] Jpeg(int width = 1600, int height = 1200, int seed = 1) => Encode(width, height, seed, SKEncodedImageFormat.Jpeg);

    public static byte[] Png(int width = 800, int height = 600, int seed = 1) => Encode(width, height, seed, SKEncodedImageFormat.Png);

    /// <summary>As detailed as what a phone takes: thousands of shapes and a grain over all.</summary>
    public static byte[] Detailed(int seed) => Encode(2400, 1800, seed, SKEncodedImageFormat.Jpeg, shapes: 3000, grain: 24);

    /// <summary>Four colours: red and green above, blue and white below.</summary>
    public static byte[] Quarters(int width, int height, SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg)
    {
        using var picture = new SKBitmap(width, height);
        using var canvas = new SKCanvas(picture);
        canvas.Clear(SKColors.White);
        Fill(canvas, SKColors.Red, 0, 0, width / 2, height / 2);
        Fill(canvas, SKColors.Lime, width / 2, 0, width, height / 2);
        Fill(canvas, SKColors.Blue, 0, height / 2, width / 2, height);
        return picture.Encode(format, 95)!.ToArray();
    }

    /// <summary>Nothing at all, which a JPEG cannot be.</summary>
    public static byte[] Transparent(int width, int height)
    {
        using var picture = new SKBitmap(width, height);
        picture.Erase(SKColors.Transparent);
        return picture.Encode(SKEncodedImageFormat.Png, 100)!.ToArray();
    }

    /// <summary>The same JPEG with what a phone adds: its name, how it was held, and where it was.</summary>
    public static byte[] WithExif(byte[] jpeg, ushort orientation)
    {
        var name = Encoding.ASCII.GetBytes($"{Phone}\0");
        const int FirstIfd = 8, EntrySize = 12;
        const int AfterFirst = FirstIfd + 2 + 3 * EntrySize + 4;
        var gps = AfterFirst + name.Length;
        var afterGps = gps + 2 + 4 * EntrySize + 4;
        byte[] tiff =
        [
            .. "II*\0"u8, .. Long(FirstIfd),
            .. Short(3),
            .. Entry(0x010f, 2, name.Length, Long(AfterFirst)),
            .. Entry(0x0112, 3, 1, [.. Short(orientation), 0, 0]),
            .. Entry(0x8825, 4, 1, Long(gps)),
            .. Long(0), .. name,
            .. Short(4),
            .. Entry(1, 2, 2, "N\0\0\0"u8.ToArray()), .. Entry(2, 5, 3, Long(afterGps)),
            .. Entry(3, 2, 2, "E\0\0\0"u8.ToArray()), .. Entry(4, 5, 3, Long(afterGps + 24)),
            .. Long(0),
            .. Long(43), .. Long(1), .. Long(38), .. Long(1), .. Long(47), .. Long(1),
            .. Long(0), .. Long(1), .. Long(35), .. Long(1), .. Long(8), .. Long(1),
        ];
        byte[] segment = [.. "Exif\0\0"u8, .. tiff];
        var length = segment.Length + 2;
        return [0xff, 0xd8, 0xff, 0xe1, (byte)(length >> 8), (byte)length, .. segment, .. jpeg[2..]];
    }

    private static byte[] Encode(int width, int height, int seed, SKEncodedImageFormat format, int shapes = 60, int grain = 0)
    {
        var random = new Random(seed);
        using var picture = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(picture))
        {
            canvas.Clear(new SKColor((uint)random.Next() | 0xff000000));
            for (var i = 0; i < shapes; i++)
            {
                using var paint = new SKPaint { Color = new SKColor((uint)random.Next() | 0xff000000), IsAntialias = true };
                canvas.DrawOval(random.Next(width), random.Next(height), random.Next(width / 12), random.Next(height / 12), paint);
            }
        }

        var pixels = picture.GetPixelSpan();
        if (grain > 0)
        {
            var grained = pixels.ToArray();
            for (var i = 0; i < grained.Length; i++)
            {
                grained[i] = i % 4 == 3 ? (byte)255 : (byte)Math.Clamp(grained[i] + random.Next(-grain, grain + 1), 0, 255);
            }

            System.Runtime.InteropServices.Marshal.Copy(grained, 0, picture.GetPixels(), grained.Length);
        }

        return picture.Encode(format, 85)!.ToArray();
    }

    private static void Fill(SKCanvas canvas, SKColor color, int left, int top, int right, int bottom)
    {
        using var paint = new SKPaint { Color = color };
        canvas.DrawRect(new SKRect(left, top, right, bottom), paint);
    }

    private static byte[] Entry(ushort tag, ushort type, int count, byte[] value) => [.. Short(tag), .. Short(type), .. Long(count), .. value];

    private static byte[] Short(ushort value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Long(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
