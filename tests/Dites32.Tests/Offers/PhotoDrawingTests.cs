using System.Text;
using Dites32.Core.Offers;
using Dites32.Tests.Documents;
using SkiaSharp;

namespace Dites32.Tests.Offers;

/// <summary>What becomes of a file that says it is a photo.</summary>
public sealed class PhotoDrawingTests
{
    private static readonly PhotoReception Reception = new();

    [Theory]
    [InlineData(2000, 1500, 1200, 900, 480, 360)]
    [InlineData(1500, 2000, 900, 1200, 360, 480)]
    [InlineData(600, 450, 600, 450, 480, 360)]
    [InlineData(400, 400, 400, 400, 400, 400)]
    public async Task A_photo_is_kept_in_two_sizes_and_never_larger_than_it_came(int width, int height, int largeWidth, int largeHeight, int smallWidth, int smallHeight)
    {
        var photo = (await ReceiveAsync(SamplePhotos.Jpeg(width, height))).Value;

        Assert.Equal((largeWidth, largeHeight), (photo.Width, photo.Height));
        Assert.Equal((largeWidth, largeHeight, SKEncodedImageFormat.Jpeg), Describe(photo.Large));
        Assert.Equal((smallWidth, smallHeight, SKEncodedImageFormat.Webp), Describe(photo.Small));
        Assert.Equal(smallWidth, new OfferPhoto(photo.Hash, "x", photo.Width, photo.Height).WidthOf(PhotoSize.Small));
    }

    [Theory]
    [InlineData(1, "RGBW")]
    [InlineData(2, "GRWB")]
    [InlineData(3, "WBGR")]
    [InlineData(4, "BWRG")]
    [InlineData(5, "RBGW")]
    [InlineData(6, "BRWG")]
    [InlineData(7, "WGBR")]
    [InlineData(8, "GWRB")]
    public async Task A_photo_stands_upright_however_the_phone_was_held(ushort orientation, string corners)
    {
        var photo = (await ReceiveAsync(SamplePhotos.WithExif(SamplePhotos.Quarters(1600, 800), orientation))).Value;

        Assert.Equal(orientation < 5 ? (1200, 600) : (600, 1200), (photo.Width, photo.Height));
        Assert.Equal(corners, Corners(photo.Large));
        Assert.Equal(corners, Corners(photo.Small));
    }

    [Fact]
    public async Task Nothing_of_what_the_phone_wrote_is_kept()
    {
        var sent = SamplePhotos.WithExif(SamplePhotos.Jpeg(), 1);
        var photo = (await ReceiveAsync([.. sent, .. SampleFiles.Text("<script>alert(1)</script>")])).Value;

        foreach (var word in new[] { "Exif", SamplePhotos.Phone })
        {
            Assert.Contains(word, Encoding.Latin1.GetString(sent), StringComparison.Ordinal);
        }

        foreach (var kept in new[] { photo.Large, photo.Small }.Select(Encoding.Latin1.GetString))
        {
            Assert.All(["Exif", "EXIF", SamplePhotos.Phone, "script", "ICC", "http"], word => Assert.DoesNotContain(word, kept, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_is_transparent_is_white()
    {
        Assert.Equal("WWWW", Corners((await ReceiveAsync(SamplePhotos.Transparent(500, 500))).Value.Large));
        Assert.Equal("RGBW", Corners((await ReceiveAsync(SamplePhotos.Quarters(500, 500, SKEncodedImageFormat.Png))).Value.Large));
    }

    [Fact]
    public async Task The_same_file_makes_the_same_photo() =>
        Assert.Equal((await ReceiveAsync(SamplePhotos.Jpeg())).Value.Hash, (await ReceiveAsync(SamplePhotos.Jpeg())).Value.Hash);

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "nothing", [], "document-empty" },
        { "text", SampleFiles.Text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), "photo.kind-refused" },
        { "a PDF", SampleFiles.Pdf(), "photo.kind-refused" },
        { "a DOCX", SampleFiles.Docx(), "photo.kind-refused" },
        { "a JPEG that is also a ZIP", [.. SamplePhotos.Jpeg(), .. SampleFiles.Docx()], "photo.kind-refused" },
        { "a PNG that is also a ZIP", [.. SamplePhotos.Png(), .. SampleFiles.Docx()], "photo.kind-refused" },
        { "a WebP", SampleFiles.Text("RIFF\0\0\0\0WEBPVP8 "), "photo.kind-refused" },
        { "the header of a JPEG", SampleFiles.Text("\u00ff\u00d8\u00ff"), "photo.damaged" },
        { "a JPEG without end", SampleFiles.Jpeg(withEnd: false), "photo.damaged" },
        { "a JPEG of noise", SampleFiles.Jpeg(width: 900, height: 900), "photo.damaged" },
        { "a PNG of noise", SampleFiles.Png(width: 900, height: 900), "photo.damaged" },
        { "half a PNG with an end", [.. SamplePhotos.Png()[..^2000], 0, 0, 0, 0, .. "IEND"u8, 0xae, 0x42, 0x60, 0x82], "photo.damaged" },
        { "a flood of pixels", SampleFiles.Png(width: 60_000, height: 60_000), "photo.too-many-pixels" },
        { "a flood of pixels in a JPEG", SampleFiles.Jpeg(width: 60_000, height: 60_000), "photo.too-many-pixels" },
        { "a thumbnail", SamplePhotos.Jpeg(399, 600), "photo.too-small" },
        { "a ribbon", SamplePhotos.Jpeg(2000, 400), "photo.too-narrow" },
        { "more than 10 MB", new byte[10 * 1024 * 1024 + 1], "document-too-large" },
    };

    [Theory, MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task What_is_no_photo_is_refused_in_a_sentence(string what, byte[] file, string code)
    {
        var refused = await ReceiveAsync(file);

        Assert.True(code == refused.Error?.Code, $"{what}: {refused.Error?.Code}");
        Assert.NotNull(PhotoErrors.OfCode(code));
    }

    [Fact]
    public async Task Noise_that_says_it_is_a_picture_never_breaks_the_portal()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var file = seed % 2 == 0 ? SamplePhotos.Jpeg(640, 480, seed) : SamplePhotos.Png(640, 480, seed);
            for (var i = 0; i < 12; i++)
            {
                file[random.Next(2, file.Length)] = (byte)random.Next(256);
            }

            var received = await ReceiveAsync(file);
            Assert.True(received.Error is null || PhotoErrors.OfCode(received.Error.Code) is not null, $"seed {seed}");
        }
    }

    [Fact]
    public async Task Detailed_photos_weigh_little()
    {
        for (var seed = 0; seed < 3; seed++)
        {
            var photo = (await ReceiveAsync(SamplePhotos.Detailed(seed))).Value;

            Assert.InRange(photo.Small.Length, 1, 26 * 1024);
            Assert.InRange(photo.Large.Length, 1, 300 * 1024);
        }
    }

    private static Task<Core.Shared.Result<ReceivedPhoto>> ReceiveAsync(byte[] file) =>
        Reception.ReceiveAsync(new MemoryStream(file), TestContext.Current.CancellationToken);

    private static (int Width, int Height, SKEncodedImageFormat Format) Describe(byte[] picture)
    {
        using var codec = SKCodec.Create(new MemoryStream(picture));
        return (codec.Info.Width, codec.Info.Height, codec.EncodedFormat);
    }

    /// <summary>The colours of the four quarters, row by row, as letters.</summary>
    private static string Corners(byte[] bytes)
    {
        using var picture = SKBitmap.Decode(bytes);
        char At(int x, int y) => picture.GetPixel(picture.Width * x / 4, picture.Height * y / 4) switch
        {
            { Red: > 200, Green: > 200, Blue: > 200 } => 'W',
            { Red: > 200, Green: < 60, Blue: < 60 } => 'R',
            { Red: < 60, Green: > 200, Blue: < 60 } => 'G',
            { Red: < 60, Green: < 60, Blue: > 200 } => 'B',
            _ => '?',
        };
        return string.Concat(At(1, 1), At(3, 1), At(1, 3), At(3, 3));
    }
}
