using System.IO.Compression;
using System.Text;

namespace Dites32.Tests.Documents;

/// <summary>Builds the good and the hostile files of the tests, byte by byte.</summary>
internal static class SampleFiles
{
    public const string DocxTypes =
        """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""";

    private const string Body = "<w:document><w:body><w:p><w:r><w:t>Médecin généraliste à Condom</w:t></w:r></w:p></w:body></w:document>";
    private const string OdtType = "application/vnd.oasis.opendocument.text";

    public static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);

    public static byte[] Noise(int length, int seed = 1)
    {
        var noise = new byte[length];
        new Random(seed).NextBytes(noise);
        return noise;
    }

    public static byte[] Pdf(string objects = "", string trailer = "", string info = "Curriculum vitae", string version = "1.4", string tail = "") => Text(
        $"%PDF-{version}\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
        + $"3 0 obj\n<</Type/Page/Parent 2 0 R>>\nendobj\n4 0 obj\n<</Title({info})>>\nendobj\n{objects}\n"
        + $"xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 5/Root 1 0 R/Info 4 0 R{trailer}>>\nstartxref\n9\n%%EOF{tail}");

    public static string Stream(string content, string dictionary = "") =>
        $"9 0 obj\n<</Length {content.Length}{dictionary}>>\nstream\n{content}\nendstream\nendobj\n";

    /// <summary>A PDF of exactly this many bytes, most of them noise as in a scanned page.</summary>
    public static byte[] PdfOf(int size)
    {
        var empty = Pdf(Stream("")).Length;
        var noise = size - empty;
        noise -= noise.ToString().Length - 1;
        return Pdf(Stream(Encoding.Latin1.GetString(Noise(noise))));
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] entries) => Zip(CompressionLevel.Optimal, entries);

    public static byte[] Zip(CompressionLevel level, params (string Name, byte[] Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : level).Open();
                entry.Write(content);
            }
        }

        return file.ToArray();
    }

    public static byte[] Docx(params (string Name, byte[] Content)[] more) =>
        Zip([("[Content_Types].xml", Text(DocxTypes)), ("_rels/.rels", Text("<Relationships/>")), ("word/document.xml", Encoding.UTF8.GetBytes(Body)), .. more]);

    public static byte[] Odt(params (string Name, byte[] Content)[] more) =>
        Zip([("mimetype", Text(OdtType)), ("content.xml", Encoding.UTF8.GetBytes(Body)), .. more]);

    public static byte[] Png(uint width = 40, uint height = 30, bool withEnd = true, bool withData = true, byte[]? tail = null)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
        Chunk(file, "IHDR", [.. BigEndian(width), .. BigEndian(height), 8, 2, 0, 0, 0]);
        Chunk(file, "tEXt", Text("Comment\0Scan"));
        if (withData)
        {
            Chunk(file, "IDAT", Noise(500));
        }

        if (withEnd)
        {
            Chunk(file, "IEND", []);
        }

        file.Write(tail ?? []);
        return file.ToArray();
    }

    public static byte[] Jpeg(ushort width = 40, ushort height = 30, byte frame = 0xc0, bool withEnd = true, byte[]? exif = null, byte[]? tail = null) =>
    [
        0xff, 0xd8,
        .. Segment(0xe0, Text("JFIF\0\u0001\u0002\0\0\u0001\0\u0001\0\0")),
        .. exif is null ? [] : Segment(0xe1, exif),
        .. Segment(0xdb, new byte[65]),
        0xff, .. Segment(frame, [8, .. BigEndian(height)[2..], .. BigEndian(width)[2..], 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]),
        .. Segment(0xc4, new byte[30]),
        .. Segment(0xda, [3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0]),
        .. Noise(800).Select(b => b == 0xff ? (byte)0xfe : b),
        .. withEnd ? (byte[])[0xff, 0xd9] : [],
        .. tail ?? [],
    ];

    /// <summary>Changes one name inside a ZIP, in its entry and in its directory; both have the same length.</summary>
    public static byte[] Rename(byte[] zip, string name, string other)
    {
        var text = Encoding.Latin1.GetString(zip);
        return Text(text.Replace(name, other, StringComparison.Ordinal));
    }

    private static byte[] Segment(byte marker, byte[] content) => [0xff, marker, .. BigEndian((uint)content.Length + 2)[2..], .. content];

    private static void Chunk(MemoryStream file, string type, byte[] content) => file.Write([.. BigEndian((uint)content.Length), .. Text(type), .. content, 0, 0, 0, 0]);

    private static byte[] BigEndian(uint number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];
}
