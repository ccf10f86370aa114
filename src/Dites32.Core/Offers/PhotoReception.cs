using System.Security.Cryptography;
using Dites32.Core.Documents;
using Dites32.Core.Shared;

namespace Dites32.Core.Offers;

/// <summary>A photo that was looked at and drawn again: only <see cref="PhotoReception"/> makes one.</summary>
public sealed class ReceivedPhoto
{
    internal ReceivedPhoto(PhotoPicture small, PhotoPicture large)
    {
        (Small, Large, Width, Height) = (small.Bytes, large.Bytes, large.Width, large.Height);
        var sha256 = SHA256.HashData(Large);
        (Hash, Id) = (Convert.ToHexStringLower(sha256), new Guid(sha256.AsSpan(0, 16)));
    }

    public string Hash { get; }

    /// <summary>The same photo is the same submission.</summary>
    internal Guid Id { get; }
    internal int Width { get; }
    internal int Height { get; }
    internal byte[] Small { get; }
    internal byte[] Large { get; }
}

/// <summary>
/// Receives a photo as a browser sends it, and makes of it the two pictures that are kept (docs/decisions/ADR-0009). One
/// at a time is decoded: that bounds the memory and leaves the other cores to the pages.
/// </summary>
public sealed class PhotoReception : IDisposable
{
    private readonly SemaphoreSlim decoding = new(1);

    /// <summary>Errors: the kind, the size or the content of the file, each in a sentence.</summary>
    public async Task<Result<ReceivedPhoto>> ReceiveAsync(Stream content, CancellationToken cancellationToken)
    {
        var received = await SpooledFile.ReceiveAsync(content, cancellationToken);
        if (received.Error is not null)
        {
            return received.Error;
        }

        await using var file = received.Value;
        var kind = ContentRules.Check(file.Content);
        if (kind.Error is not null)
        {
            return kind.Error == DocumentErrors.Damaged ? PhotoErrors.Damaged
                : kind.Error == DocumentErrors.PictureTooLarge ? PhotoErrors.TooManyPixels
                : PhotoErrors.KindRefused;
        }

        if (kind.Value is not (DocumentKind.Jpeg or DocumentKind.Png))
        {
            return PhotoErrors.KindRefused;
        }

        await decoding.WaitAsync(cancellationToken);
        try
        {
            var bytes = new byte[file.Size];
            file.Content.Position = 0;
            await file.Content.ReadExactlyAsync(bytes, cancellationToken);
            return await Task.Run(() => PhotoDrawing.Draw(bytes), cancellationToken);
        }
        finally
        {
            decoding.Release();
        }
    }

    public void Dispose() => decoding.Dispose();
}
