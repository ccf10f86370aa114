using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Dites32.Core.Documents;

/// <param name="Size">As written in the directory; <see cref="ZipDirectory.Open"/> gives what is really there.</param>
internal sealed record ZipPart(string Name, bool IsEncrypted, bool IsStored, long Header, long Start, long PackedSize, long Size);

/// <summary>
/// The directory of a ZIP, read strictly: two programs that open the file find the same parts. ZipArchive is not used, as
/// it stops unpacking at the size that is written, so that a bomb which lies about its size would go unseen.
/// </summary>
internal static class ZipDirectory
{
    private const int EndSize = 22;
    private const int EntrySize = 46;
    private const int HeaderSize = 30;
    private const int Stored = 0;
    private const int Deflated = 8;

    public sealed record End(long Position, int Count, long Size, long Start);

    /// <summary>The end record, when the file ends with one.</summary>
    public static End? FindEnd(Stream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, EndSize + ushort.MaxValue)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        for (var at = tail.Length - EndSize; at >= 0; at--)
        {
            var end = tail.AsSpan(at);
            if (end.StartsWith("PK\x05\x06"u8) && end.Length == EndSize + Short(end, 20))
            {
                return new End(file.Length - end.Length, Short(end, 10), Long(end, 12), Long(end, 16));
            }
        }

        return null;
    }

    /// <summary>The parts in the order of the file; null when anything does not fit exactly.</summary>
    public static List<ZipPart>? Read(Stream file, End end)
    {
        if (end.Start + end.Size != end.Position)
        {
            return null;
        }

        var directory = new byte[end.Size];
        file.Position = end.Start;
        file.ReadExactly(directory);
        var parts = new List<ZipPart>();
        for (var rest = directory.AsSpan(); rest.Length > 0;)
        {
            if (rest.Length < EntrySize || !rest.StartsWith("PK\x01\x02"u8))
            {
                return null;
            }

            var length = EntrySize + Short(rest, 28) + Short(rest, 30) + Short(rest, 32);
            if (length > rest.Length || ReadPart(file, rest[..length]) is not { } part)
            {
                return null;
            }

            parts.Add(part);
            rest = rest[length..];
        }

        parts.Sort((a, b) => a.Header.CompareTo(b.Header));
        var areApart = parts.Zip(parts.Skip(1).Select(p => p.Header).Append(end.Start)).All(p => p.First.Start + p.First.PackedSize <= p.Second);
        return areApart && parts.Count == end.Count && parts is [{ Header: 0 }, ..] ? parts : null;
    }

    /// <summary>Unpacks to the real end of the part, whatever size is written.</summary>
    public static Stream Open(Stream file, ZipPart part)
    {
        file.Position = part.Start;
        return part.IsStored ? new StoredPart(file, part.PackedSize) : new DeflateStream(file, CompressionMode.Decompress, leaveOpen: true);
    }

    private static ZipPart? ReadPart(Stream file, ReadOnlySpan<byte> entry)
    {
        var name = entry.Slice(EntrySize, Short(entry, 28));
        var (method, header) = (Short(entry, 10), Long(entry, 42));
        var local = new byte[HeaderSize + name.Length];
        file.Position = Math.Min(header, file.Length);
        if (method is not (Stored or Deflated) || file.ReadAtLeast(local, local.Length, throwOnEndOfStream: false) < local.Length
            || !local.AsSpan().StartsWith("PK\x03\x04"u8) || Short(local, 8) != method || Short(local, 26) != name.Length
            || !local.AsSpan(HeaderSize).SequenceEqual(name))
        {
            return null;
        }

        var start = header + local.Length + Short(local, 28);
        return new ZipPart(Encoding.UTF8.GetString(name), (Short(entry, 8) & 1) != 0, method == Stored, header, start, Long(entry, 20), Long(entry, 24));
    }

    private static int Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static long Long(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    /// <summary>The bytes of a part that is not packed.</summary>
    private sealed class StoredPart(Stream file, long size) : Stream
    {
        private long left = size;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = file.Read(buffer, offset, (int)Math.Min(count, left));
            left -= read;
            return read;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
