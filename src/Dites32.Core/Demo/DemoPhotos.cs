using Dites32.Core.Offers;
using SkiaSharp;

namespace Dites32.Core.Demo;

/// <summary>Pictures for some offers of the demo, drawn here: they say that they are drawings.</summary>
internal static class DemoPhotos
{
    private const int Width = 1200;
    private const int Height = 900;

    private static readonly SKColor Stone = new(0xe9, 0xdc, 0xc3);
    private static readonly SKColor Roof = new(0xb0, 0x5a, 0x3c);
    private static readonly SKColor Pastel = new(0x5b, 0x86, 0xb0);

    private static readonly (string Description, Action<SKCanvas> Draw)[] Drawings =
    [
        ("Dessin\u00a0: des collines et un champ de tournesols sous un ciel d'été", Sunflowers),
        ("Dessin\u00a0: une maison de pierre aux volets bleus, entre deux arbres", House),
        ("Dessin\u00a0: des rangs de vigne au soleil couchant", Vines),
    ];

    /// <summary>Gives these drawings to the offer; the answer is the files to keep.</summary>
    /// <param name="numbers">From 0.</param>
    public static List<OfferPhotoFile> AddTo(Offer offer, Guid author, params int[] numbers)
    {
        var at = offer.PublishedAt!.Value.AddMinutes(20);
        var files = new List<OfferPhotoFile>();
        var photos = new List<OfferPhoto>();
        foreach (var (description, draw) in numbers.Select(n => Drawings[n]))
        {
            var photo = PhotoDrawing.Draw(Png(draw)).Value;
            files.Add(OfferPhotoFile.Of(offer.Id, photo, at));
            photos.Add(new OfferPhoto(photo.Hash, description, photo.Width, photo.Height));
        }

        var changed = offer.ChangePhotos(photos, "photos ajoutées", author, at);
        return changed.Error is null ? files : throw new InvalidOperationException($"The demo broke a rule: {changed.Error.Code}");
    }

    private static byte[] Png(Action<SKCanvas> draw)
    {
        using var picture = new SKBitmap(Width, Height);
        using var canvas = new SKCanvas(picture);
        draw(canvas);
        return picture.Encode(SKEncodedImageFormat.Png, 100)!.ToArray();
    }

    private static void Sunflowers(SKCanvas canvas)
    {
        Sky(canvas, new SKColor(0x6f, 0xa8, 0xd8), new SKColor(0xdd, 0xee, 0xf6));
        Disc(canvas, 960, 170, 70, new SKColor(0xff, 0xe9, 0xa8));
        Hill(canvas, 430, 60, 0.3f, new SKColor(0x9c, 0xb9, 0x8a));
        Hill(canvas, 490, 45, 2.1f, new SKColor(0x7f, 0xa3, 0x68));
        Hill(canvas, 560, 20, 1.2f, new SKColor(0x5f, 0x86, 0x4a));
        for (var row = 0; row < 9; row++)
        {
            var size = 7 + row * 4.5f;
            for (var x = row % 2 * size * 1.6f; x < Width + size; x += size * 3.2f)
            {
                var y = 610 + row * row * 4f;
                Disc(canvas, x, y, size, new SKColor(0xf0, 0xb9, 0x1f));
                Disc(canvas, x, y, size * 0.45f, new SKColor(0x5a, 0x3a, 0x1c));
            }
        }
    }

    private static void House(SKCanvas canvas)
    {
        Sky(canvas, new SKColor(0x8f, 0xbc, 0xdf), new SKColor(0xf3, 0xf0, 0xe4));
        Hill(canvas, 520, 40, 0.9f, new SKColor(0x9b, 0xb5, 0x80));
        Hill(canvas, 660, 12, 2.4f, new SKColor(0x7d, 0x9f, 0x5f));
        Tree(canvas, 210, 640);
        Tree(canvas, 1010, 660);
        Rectangle(canvas, 370, 430, 460, 260, Stone);
        Shape(canvas, Roof, new SKPoint(340, 435), new SKPoint(600, 300), new SKPoint(860, 435));
        Rectangle(canvas, 565, 550, 70, 140, Pastel);
        foreach (var x in new[] { 430, 710 })
        {
            Rectangle(canvas, x, 510, 70, 90, new SKColor(0x38, 0x4b, 0x5e));
            Rectangle(canvas, x - 32, 505, 30, 100, Pastel);
            Rectangle(canvas, x + 72, 505, 30, 100, Pastel);
        }

        Shape(canvas, Stone, new SKPoint(570, 690), new SKPoint(630, 690), new SKPoint(760, Height), new SKPoint(440, Height));
    }

    private static void Vines(SKCanvas canvas)
    {
        Sky(canvas, new SKColor(0x7a, 0x5c, 0x7e), new SKColor(0xf6, 0xc5, 0x87));
        Disc(canvas, 330, 430, 90, new SKColor(0xff, 0xe2, 0x9a));
        Hill(canvas, 470, 50, 1.7f, new SKColor(0x6d, 0x5a, 0x63));
        Hill(canvas, 540, 25, 0.4f, new SKColor(0x86, 0x6a, 0x4a));
        for (var row = -9; row <= 9; row++)
        {
            Shape(canvas, new SKColor(0x4d, 0x64, 0x36),
                new SKPoint(600 + row * 26, 570), new SKPoint(607 + row * 26, 570), new SKPoint(660 + row * 190, Height), new SKPoint(590 + row * 190, Height));
        }
    }

    private static void Sky(SKCanvas canvas, SKColor above, SKColor below)
    {
        using var shader = SKShader.CreateLinearGradient(new SKPoint(0, 0), new SKPoint(0, Height * 0.7f), [above, below], SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader };
        canvas.DrawRect(0, 0, Width, Height, paint);
    }

    private static void Hill(SKCanvas canvas, float top, float height, float phase, SKColor color) => Shape(canvas, color,
    [
        .. Enumerable.Range(0, 61).Select(i => new SKPoint(i * 20, top + height * MathF.Sin(phase + i / 9f))),
        new SKPoint(Width, Height), new SKPoint(0, Height),
    ]);

    private static void Tree(SKCanvas canvas, float x, float y)
    {
        Rectangle(canvas, x - 12, y - 120, 24, 150, new SKColor(0x6a, 0x4d, 0x35));
        Disc(canvas, x, y - 190, 105, new SKColor(0x55, 0x7f, 0x45));
        Disc(canvas, x + 60, y - 130, 65, new SKColor(0x4a, 0x72, 0x3d));
    }

    private static void Rectangle(SKCanvas canvas, float x, float y, float width, float height, SKColor color) =>
        Shape(canvas, color, new SKPoint(x, y), new SKPoint(x + width, y), new SKPoint(x + width, y + height), new SKPoint(x, y + height));

    private static void Disc(SKCanvas canvas, float x, float y, float radius, SKColor color)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        canvas.DrawCircle(x, y, radius, paint);
    }

    private static void Shape(SKCanvas canvas, SKColor color, params SKPoint[] points)
    {
        using var outline = new SKPathBuilder();
        outline.AddPoly(points, close: true);
        using var path = outline.Detach();
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        canvas.DrawPath(path, paint);
    }
}
