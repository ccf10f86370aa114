using System.Buffers.Binary;
using System.IO.Compression;
using Dites32.Core.Shared;

namespace Dites32.Core.Documents;

/// <summary>
/// A DOCX or an ODT: a ZIP that unpacks to something of its size, with the parts of a text and no program.
/// Its XML is only searched for a few words, never parsed.
/// </summary>
internal static class ZipRules
{
    private const int MaxEntries = 1_000;
    private const int MaxDirectory = 512 * 1024;
    private const long MaxUnpacked = 50 * 1024 * 1024;
    private const int MaxRatio = 100;
    private const string OdtType = "application/vnd.oasis.opendocument.text";

    private static readonly string[] Programs =
        [".exe", ".dll", ".scr", ".com", ".js", ".jse", ".vbs", ".vbe", ".wsf", ".bat", ".cmd", ".ps1", ".hta", ".jar", ".lnk", ".msi"];

    public static Result<DocumentKind> Check(Stream file)
    {
        if (FindEnd(file) is not { } end || end.DirectoryStart + end.DirectorySize != end.Position)
        {
            return DocumentErrors.Damaged;
        }

        if (end.Entries > MaxEntries || end.DirectorySize > MaxDirectory)
        {
            return DocumentErrors.Unfolds;
        }

        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return CheckNames(zip) is { } named ? named
                : CheckContents(zip, file.Length) is { } error ? error
                : KindOf(zip);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return DocumentErrors.Damaged; // the many ways in which ZipArchive says so
        }
    }

    /// <summary>The end record of a ZIP, when the file ends with one.</summary>
    public static (long Position, int Entries, long DirectorySize, long DirectoryStart)? FindEnd(Stream file)
    {
        const int RecordSize = 22;
        var tail = new byte[(int)Math.Min(file.Length, RecordSize + ushort.MaxValue)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        for (var at = tail.Length - RecordSize; at >= 0; at--)
        {
            var record = tail.AsSpan(at);
            if (record.StartsWith("PK\x05\x06"u8) && record.Length == RecordSize + BinaryPrimitives.ReadUInt16LittleEndian(record[20..]))
            {
                return (file.Length - record.Length, BinaryPrimitives.ReadUInt16LittleEndian(record[10..]),
                    BinaryPrimitives.ReadUInt32LittleEndian(record[12..]), BinaryPrimitives.ReadUInt32LittleEndian(record[16..]));
            }
        }

        return null;
    }

    private static Error? CheckNames(ZipArchive zip)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in zip.Entries)
        {
            var name = entry.FullName;
            if (name.Length == 0 || name[0] == '/' || name.Any(c => c is '\\' or ':' || char.IsControl(c))
                || name.Split('/').Contains("..") || !names.Add(name))
            {
                return DocumentErrors.Damaged;
            }

            if (entry.IsEncrypted)
            {
                return DocumentErrors.Protected;
            }

            if (name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || name.Contains("vbaData", StringComparison.OrdinalIgnoreCase)
                || IsIn(name, "word/activeX/") || IsIn(name, "Basic/") || IsIn(name, "Scripts/")
                || Programs.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase))
            {
                return DocumentErrors.Active;
            }
        }

        return null;
    }

    /// <summary>Unpacks everything into nothing: the sizes written in a ZIP are not believed.</summary>
    private static Error? CheckContents(ZipArchive zip, long fileSize)
    {
        var room = Math.Min(MaxUnpacked, fileSize * MaxRatio);
        var buffer = new byte[64 * 1024];
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            var size = 0L;
            var kept = 0; // the end of the last piece: a word may lie across two
            for (int read; (read = content.Read(buffer, kept, buffer.Length - kept)) > 0;)
            {
                if ((size += read) > room)
                {
                    return DocumentErrors.Unfolds;
                }

                var piece = buffer.AsSpan(0, kept + read);
                if (CheckWords(entry.FullName, piece) is { } error)
                {
                    return error;
                }

                kept = Math.Min(piece.Length, 31);
                piece[^kept..].CopyTo(buffer);
            }

            if (size != entry.Length)
            {
                return DocumentErrors.Damaged;
            }

            room -= size;
        }

        return null;
    }

    private static Error? CheckWords(string name, ReadOnlySpan<byte> piece)
    {
        if (Is(name, "[Content_Types].xml") && piece.IndexOf("macroEnabled"u8) >= 0)
        {
            return DocumentErrors.Active;
        }

        if (Is(name, "META-INF/manifest.xml") && piece.IndexOf("encryption-data"u8) >= 0)
        {
            return DocumentErrors.Protected;
        }

        var isXml = Path.GetExtension(name) is var extension && (Is(extension, ".xml") || Is(extension, ".rels"));
        return isXml && piece.IndexOf("<!ENTITY"u8) >= 0 ? DocumentErrors.Active : null;
    }

    private static Result<DocumentKind> KindOf(ZipArchive zip)
    {
        if (zip.GetEntry("mimetype") is { } type)
        {
            using var reader = new StreamReader(type.Open());
            var text = new char[OdtType.Length + 2];
            var isOdt = new string(text, 0, reader.ReadBlock(text)).Trim() == OdtType;
            return !isOdt ? DocumentErrors.KindRefused : zip.GetEntry("content.xml") is null ? DocumentErrors.Damaged : DocumentKind.Odt;
        }

        var isDocx = zip.Entries.Any(e => Is(e.FullName, "[Content_Types].xml")) && zip.Entries.Any(e => IsMainPart(e.FullName));
        return isDocx ? DocumentKind.Docx : DocumentErrors.KindRefused;
    }

    /// <summary>Word in a browser sometimes writes <c>word/document2.xml</c>.</summary>
    private static bool IsMainPart(string name) =>
        IsIn(name, "word/document") && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && name["word/document".Length..^4].All(char.IsAsciiDigit);

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool IsIn(string name, string folder) => name.StartsWith(folder, StringComparison.OrdinalIgnoreCase);
}
