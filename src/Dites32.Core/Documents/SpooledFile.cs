using System.Security.Cryptography;
using Dites32.Core.Shared;

namespace Dites32.Core.Documents;

/// <summary>
/// What a client sends, on its way to the database: a nameless temporary file with its SHA-256. A slow or vanishing
/// client so holds no connection and no lock, and a ZIP can be opened, which needs to seek.
/// </summary>
internal sealed class SpooledFile(FileStream file, byte[] sha256) : IAsyncDisposable
{
    public Stream Content => file;
    public long Size => file.Length;
    public byte[] Sha256 => sha256;

    public ValueTask DisposeAsync() => file.DisposeAsync();

    public static async Task<Result<SpooledFile>> ReceiveAsync(Stream content, CancellationToken cancellationToken)
    {
        FileStream? file = null;
        try
        {
            file = OpenNameless();
            using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var error = await CopyAsync(content, file, sha256, cancellationToken);
            if (error is not null)
            {
                return error;
            }

            var spooled = new SpooledFile(file, sha256.GetHashAndReset());
            file = null;
            return spooled;
        }
        catch (DiskException)
        {
            return DocumentErrors.NoRoom;
        }
        finally
        {
            if (file is not null)
            {
                await file.DisposeAsync();
            }
        }
    }

    private static async Task<Error?> CopyAsync(Stream content, FileStream file, IncrementalHash sha256, CancellationToken cancellationToken)
    {
        var buffer = new byte[DocumentChunk.MaxSize];
        for (var size = 0L; ;)
        {
            var read = await content.ReadAsync(buffer, cancellationToken);
            if (read == 0)
            {
                return size == 0 ? DocumentErrors.Empty : null;
            }

            if ((size += read) > DocumentLimits.MaxSize)
            {
                return DocumentErrors.TooLarge;
            }

            sha256.AppendData(buffer, 0, read);
            try
            {
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                await file.FlushAsync(cancellationToken);
            }
            catch (IOException full)
            {
                throw new DiskException(full);
            }
        }
    }

    /// <summary>The name is removed at once: whatever happens to the process, the disk keeps nothing.</summary>
    internal static FileStream OpenNameless()
    {
        var path = Path.Combine(Path.GetTempPath(), $"dites32-upload-{Guid.NewGuid():N}");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            var file = new FileStream(path, options);
            File.Delete(path);
            return file;
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            throw new DiskException(full);
        }
    }

    /// <summary>Tells our disk from the client's connection, which fail with the same exception.</summary>
    private sealed class DiskException(Exception inner) : Exception("The temporary file cannot be written.", inner);
}
