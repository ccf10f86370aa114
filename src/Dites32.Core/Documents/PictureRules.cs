using System.Buffers.Binary;
using Dites32.Core.Shared;

namespace Dites32.Core.Documents;

/// <summary>Reads the headers of a picture, never its pixels: what would fill the memory of who opens it is refused.</summary>
internal static class PictureRules
{
    private const long MaxPixels = 50_000_000;

    public static Error? CheckPng(Stream file)
    {
        var header = new byte[25];
        file.Position = 8;
        for (var hasData = false; ;)
        {
            var position = file.Position;
            file.ReadExactly(header, 0, 8);
            var length = BinaryPrimitives.ReadUInt32BigEndian(header);
            var type = header.AsSpan(4, 4);
            if (position + 12 + length > file.Length || !IsChunkType(type) || (position == 8) != type.SequenceEqual("IHDR"u8))
            {
                return DocumentErrors.Damaged;
            }

            if (type.SequenceEqual("IHDR"u8))
            {
                file.ReadExactly(header, 8, 13);
                var width = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(8));
                var height = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(12));
                if ((length == 13 ? CheckSize(width, height) : DocumentErrors.Damaged) is { } error)
                {
                    return error;
                }
            }

            hasData |= type.SequenceEqual("IDAT"u8) && length > 0;
            if (type.SequenceEqual("IEND"u8))
            {
                return hasData ? null : DocumentErrors.Damaged;
            }

            file.Position = position + 12 + length;
        }
    }

    public static Error? CheckJpeg(Stream file)
    {
        var segment = new byte[7];
        file.Position = 2;
        for (var hasSize = false; ;)
        {
            var marker = ReadMarker(file);
            if (marker is 0x01 or (>= 0xd0 and <= 0xd7))
            {
                continue; // stands alone
            }

            if (marker is null or 0xd8 or 0xd9)
            {
                return DocumentErrors.Damaged;
            }

            var position = file.Position;
            file.ReadExactly(segment, 0, 2);
            var length = BinaryPrimitives.ReadUInt16BigEndian(segment);
            if (length < 2 || position + length > file.Length)
            {
                return DocumentErrors.Damaged;
            }

            if (marker is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc)) // start of frame
            {
                file.ReadExactly(segment, 2, 5);
                if (CheckSize(BinaryPrimitives.ReadUInt16BigEndian(segment.AsSpan(5)), BinaryPrimitives.ReadUInt16BigEndian(segment.AsSpan(3))) is { } error)
                {
                    return error;
                }

                hasSize = true;
            }

            file.Position = position + length;
            if (marker == 0xda) // start of scan: the pixels follow
            {
                return hasSize && HasEnd(file) ? null : DocumentErrors.Damaged;
            }
        }
    }

    private static Error? CheckSize(long width, long height) =>
        width == 0 || height == 0 ? DocumentErrors.Damaged
        : width > MaxPixels / height ? DocumentErrors.PictureTooLarge
        : null;

    private static bool IsChunkType(ReadOnlySpan<byte> type)
    {
        foreach (var letter in type)
        {
            if (!char.IsAsciiLetter((char)letter))
            {
                return false;
            }
        }

        return true;
    }

    private static int? ReadMarker(Stream file)
    {
        if (file.ReadByte() != 0xff)
        {
            return null;
        }

        int marker;
        do
        {
            marker = file.ReadByte();
        }
        while (marker == 0xff);
        return marker <= 0 ? null : marker;
    }

    /// <summary>Phones add things after the end; a picture without an end was cut.</summary>
    private static bool HasEnd(Stream file)
    {
        var buffer = new byte[64 * 1024];
        var afterMark = false;
        for (int read; (read = file.Read(buffer)) > 0;)
        {
            var bytes = buffer.AsSpan(0, read);
            if ((afterMark && bytes[0] == 0xd9) || bytes.IndexOf([(byte)0xff, (byte)0xd9]) >= 0)
            {
                return true;
            }

            afterMark = bytes[^1] == 0xff;
        }

        return false;
    }
}
