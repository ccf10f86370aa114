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
        if (ZipDirectory.FindEnd(file) is not { } end)
        {
            return DocumentErrors.Damaged;
        }

        if (end.Count > MaxEntries || end.Size > MaxDirectory)
        {
            return DocumentErrors.Unfolds;
        }

        try
        {
            return ZipDirectory.Read(file, end) is not { } parts ? DocumentErrors.Damaged
                : CheckNames(parts) is { } named ? named
                : CheckContents(file, parts) is { } error ? error
                : KindOf(file, parts);
        }
        catch (InvalidDataException)
        {
            return DocumentErrors.Damaged;
        }
    }

    private static Error? CheckNames(List<ZipPart> parts)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in parts)
        {
            var name = part.Name;
            if (name.Length == 0 || name[0] == '/' || name.Any(c => c is '\\' or ':' || char.IsControl(c))
                || name.Split('/').Contains("..") || !names.Add(name))
            {
                return DocumentErrors.Damaged;
            }

            if (part.IsEncrypted)
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
    private static Error? CheckContents(Stream file, List<ZipPart> parts)
    {
        var room = Math.Min(MaxUnpacked, file.Length * MaxRatio);
        var buffer = new byte[64 * 1024];
        foreach (var part in parts)
        {
            using var content = ZipDirectory.Open(file, part);
            var size = 0L;
            var kept = 0; // the end of the last piece: a word may lie across two
            for (int read; (read = content.Read(buffer, kept, buffer.Length - kept)) > 0;)
            {
                if ((size += read) > room)
                {
                    return DocumentErrors.Unfolds;
                }

                var piece = buffer.AsSpan(0, kept + read);
                if (CheckWords(part.Name, piece) is { } error)
                {
                    return error;
                }

                kept = Math.Min(piece.Length, 31);
                piece[^kept..].CopyTo(buffer);
            }

            if (size != part.Size)
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

    private static Result<DocumentKind> KindOf(Stream file, List<ZipPart> parts)
    {
        if (parts.Find(p => p.Name == "mimetype") is { } type)
        {
            using var reader = new StreamReader(ZipDirectory.Open(file, type));
            var text = new char[OdtType.Length + 2];
            var isOdt = new string(text, 0, reader.ReadBlock(text)).Trim() == OdtType;
            return !isOdt ? DocumentErrors.KindRefused : parts.Exists(p => p.Name == "content.xml") ? DocumentKind.Odt : DocumentErrors.Damaged;
        }

        var isDocx = parts.Exists(p => Is(p.Name, "[Content_Types].xml")) && parts.Exists(p => IsMainPart(p.Name));
        return isDocx ? DocumentKind.Docx : DocumentErrors.KindRefused;
    }

    /// <summary>Word in a browser sometimes writes <c>word/document2.xml</c>.</summary>
    private static bool IsMainPart(string name) =>
        IsIn(name, "word/document") && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && name["word/document".Length..^4].All(char.IsAsciiDigit);

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool IsIn(string name, string folder) => name.StartsWith(folder, StringComparison.OrdinalIgnoreCase);
}
