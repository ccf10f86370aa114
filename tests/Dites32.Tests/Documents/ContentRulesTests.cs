using System.Buffers.Binary;
using System.Text;
using Dites32.Core.Documents;
using static Dites32.Tests.Documents.SampleFiles;

namespace Dites32.Tests.Documents;

/// <summary>No good file is refused, and no hostile one accepted.</summary>
public sealed class ContentRulesTests
{
    private static readonly Dictionary<string, (DocumentKind Kind, Func<byte[]> File)> Good = new()
    {
        ["PDF 1.4"] = (DocumentKind.Pdf, () => Pdf()),
        ["PDF 2.0"] = (DocumentKind.Pdf, () => Pdf(version: "2.0")),
        ["PDF ended by blank lines"] = (DocumentKind.Pdf, () => Pdf(tail: "\r\n \0\0\n")),
        ["PDF whose title speaks of HTML/CSS/JavaScript"] = (DocumentKind.Pdf, () => Pdf(info: @"HTML/CSS/JavaScript /JS \(/Launch\) (/Encrypt )")),
        ["PDF whose page speaks of JavaScript"] = (DocumentKind.Pdf, () => Pdf(Stream("BT (Php/JavaScript /JS ) Tj ET"))),
        ["PDF with a comment about JavaScript"] = (DocumentKind.Pdf, () => Pdf("% no /JavaScript here\n")),
        ["PDF with noise that reads like names"] = (DocumentKind.Pdf, () => Pdf(Stream(Encoding.Latin1.GetString(Noise(300_000)) + "/JS /Encrypt (((("))),
        ["PDF that opens on its first page"] = (DocumentKind.Pdf, () => Pdf("5 0 obj\n<</Type/Catalog/OpenAction[3 0 R/XYZ null null 0]>>\nendobj")),
        ["PDF with a link"] = (DocumentKind.Pdf, () => Pdf("5 0 obj\n<</Type/Annot/Subtype/Link/A<</S/URI/URI(https://example.org)>>>>\nendobj")),
        ["PDF with an incremental update"] = (DocumentKind.Pdf, () => [.. Pdf(), .. Text("\n6 0 obj\n<<>>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF\n")]),
        ["PDF with a stream that ends without a line end"] = (DocumentKind.Pdf, () => Pdf("9 0 obj\n<</Length 4>>\nstream\r\nendstrendstream\nendobj\n")),
        ["PDF with a font that is called Launcher"] = (DocumentKind.Pdf, () => Pdf("5 0 obj\n<</Type/Font/BaseFont/JSans/Name/Launcher>>\nendobj")),
        ["DOCX"] = (DocumentKind.Docx, () => Docx()),
        ["DOCX with a picture"] = (DocumentKind.Docx, () => Docx(("word/media/image1.png", Png()))),
        ["DOCX of 900 parts"] = (DocumentKind.Docx, () => Docx([.. Enumerable.Range(0, 900).Select(i => ($"word/part{i}.xml", Text("<x/>")))])),
        ["DOCX saved by Word in a browser"] = (DocumentKind.Docx, () => Zip(("[Content_Types].xml", Text(DocxTypes)), ("word/document2.xml", Text("<x/>")))),
        ["DOCX of a long repeating text"] = (DocumentKind.Docx, () => Docx(("word/styles.xml", Text(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<style id='{i * 7919}'/>")))))),
        ["ODT"] = (DocumentKind.Odt, () => Odt()),
        ["ODT with folders and a manifest"] = (DocumentKind.Odt, () => Odt(("Configurations2/images/", []), ("META-INF/manifest.xml", Text("<!DOCTYPE manifest:manifest><manifest/>")))),
        ["ODT with a miniature"] = (DocumentKind.Odt, () => Odt(("Thumbnails/thumbnail.png", Png()))),
        ["JPEG"] = (DocumentKind.Jpeg, () => Jpeg()),
        ["progressive JPEG"] = (DocumentKind.Jpeg, () => Jpeg(frame: 0xc2)),
        ["JPEG with a miniature in its EXIF"] = (DocumentKind.Jpeg, () => Jpeg(exif: Jpeg(8, 8))),
        ["JPEG of a phone, with things after its end"] = (DocumentKind.Jpeg, () => Jpeg(tail: Noise(3000))),
        ["JPEG of 49 million pixels"] = (DocumentKind.Jpeg, () => Jpeg(7000, 7000)),
        ["PNG"] = (DocumentKind.Png, () => Png()),
        ["PNG of 49 million pixels"] = (DocumentKind.Png, () => Png(7000, 7000)),
        ["PNG with things after its end"] = (DocumentKind.Png, () => Png(tail: Noise(100))),
        ["PDF 1.7 of many objects"] = (DocumentKind.Pdf, () => Pdf(string.Concat(Enumerable.Range(10, 500).Select(i => $"{i} 0 obj\n<</Type/Font>>\nendobj\n")), version: "1.7")),
        ["PDF with a page in French"] = (DocumentKind.Pdf, () => Pdf(Stream("BT (M\u00e9decin g\u00e9n\u00e9raliste \u00e0 Condom) Tj ET"))),
        ["PDF with a compressed page"] = (DocumentKind.Pdf, () => Pdf(Stream(Encoding.Latin1.GetString(Noise(5_000, seed: 3)), "/Filter/FlateDecode"))),
        ["PDF that is 8 MB large"] = (DocumentKind.Pdf, () => PdfOf(8 * 1024 * 1024)),
        ["DOCX with headers and footers"] = (DocumentKind.Docx, () => Docx(("word/header1.xml", Text("<w:hdr/>")), ("word/footer1.xml", Text("<w:ftr/>")))),
        ["DOCX with a theme and fonts"] = (DocumentKind.Docx, () => Docx(("word/theme/theme1.xml", Text("<a:theme/>")), ("word/fontTable.xml", Text("<w:fonts/>")))),
        ["DOCX with its properties"] = (DocumentKind.Docx, () => Docx(("docProps/core.xml", Text("<cp:coreProperties/>")), ("docProps/app.xml", Text("<Properties/>")))),
        ["DOCX stored without compression"] = (DocumentKind.Docx, () => Zip(System.IO.Compression.CompressionLevel.NoCompression, ("[Content_Types].xml", Text(DocxTypes)), ("word/document.xml", Text("<x/>")))),
        ["ODT with styles"] = (DocumentKind.Odt, () => Odt(("styles.xml", Text("<office:document-styles/>")), ("meta.xml", Text("<office:document-meta/>")))),
        ["ODT with a photograph"] = (DocumentKind.Odt, () => Odt(("Pictures/1.jpg", Jpeg()))),
        ["large PNG"] = (DocumentKind.Png, () => Png(1000, 1000)),
        ["portrait JPEG"] = (DocumentKind.Jpeg, () => Jpeg(3000, 4000)),
    };

    private static readonly Dictionary<string, (string Code, Func<byte[]> File)> Hostile = new()
    {
        ["PDF with JavaScript"] = ("document-active", () => Pdf("5 0 obj\n<</S/JavaScript/JS(app.alert\\(1\\))>>\nendobj")),
        ["PDF with JavaScript spelled J#61vaScript"] = ("document-active", () => Pdf("5 0 obj\n<</S /J#61vaScript /J#53 6 0 R>>\nendobj")),
        ["PDF with JavaScript spelled in hexadecimal only"] = ("document-active", () => Pdf("5 0 obj\n<</S /#4a#61#76#61#53#63#72#69#70#74>>\nendobj")),
        ["PDF with a name tree of JavaScript"] = ("document-active", () => Pdf("5 0 obj\n<</Names<</JavaScript 6 0 R>>>>\nendobj")),
        ["PDF that runs a script when opened"] = ("document-active", () => Pdf("5 0 obj\n<</Type/Catalog/OpenAction<</S/JavaScript/JS 7 0 R>>>>\nendobj")),
        ["PDF that launches a program"] = ("document-active", () => Pdf("5 0 obj\n<</OpenAction<</S/Launch/Win<</F(cmd.exe)>>>>>>\nendobj")),
        ["PDF that embeds a file"] = ("document-active", () => Pdf(Stream("MZ", "/Type/EmbeddedFile"))),
        ["PDF with a script hidden in a text"] = ("document-active", () => Pdf("( unbalanced\n5 0 obj\n<</S/JavaScript/JS 7 0 R>>\nendobj")),
        ["PDF with a script hidden in a stream"] = ("document-active", () => Pdf(Stream("5 0 obj <</S % a comment\n /JavaScript /JS 7 0 R>> endobj"))),
        ["PDF with a script behind a false stream"] = ("document-active", () => Pdf("stream\n5 0 obj\n<</S/JavaScript>>\nendobj")),
        ["PDF with a script across two reads"] = ("document-active", () => Pdf($"%{new string('x', 64 * 1024 - 205)}\n5 0 obj\n<</S/JavaScript>>\nendobj")),
        ["PDF with a rendition"] = ("document-active", () => Pdf("(\n5 0 obj\n<</S/Rendition/JS(app.alert\\(1\\))>>\nendobj")),
        ["encrypted PDF"] = ("document-protected", () => Pdf(trailer: "/Encrypt 8 0 R")),
        ["PDF cut before its end"] = ("document-damaged", () => Pdf()[..^40]),
        ["PDF with a program behind its end"] = ("document-damaged", () => Pdf(tail: "\nMZ\u0090 program")),
        ["PDF header alone"] = ("document-damaged", () => Text("%PDF-1.4\n%%EOF")),
        ["PDF without catalogue"] = ("document-damaged", () => Text("%PDF-1.4\nhello\nstartxref\n0\n%%EOF")),
        ["PDF that is a web page too"] = ("document-kind-refused", () => Pdf(info: "<script>alert\\(1\\)</script>", version: "1.4")),
        ["web page with a PDF inside"] = ("document-kind-refused", () => [.. Text("<html><!-- "), .. Pdf()]),
        ["PDF that is a ZIP too"] = ("document-kind-refused", () => PdfThatIsAZip()),
        ["HTML renamed PDF"] = ("document-kind-refused", () => Text("<html><script>alert(1)</script></html>")),
        ["Windows program"] = ("document-kind-refused", () => [0x4d, 0x5a, .. Noise(400)]),
        ["SVG renamed PNG"] = ("document-kind-refused", () => Text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")),
        ["old Word document"] = ("document-kind-refused", () => [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, .. Noise(600)]),
        ["RTF"] = ("document-kind-refused", () => Text(@"{\rtf1 {\object\objdata 01050000}}")),
        ["GIF"] = ("document-kind-refused", () => Text("GIF89a....")),
        ["one byte"] = ("document-kind-refused", () => [0x25]),
        ["DOCM renamed DOCX"] = ("document-active", () => Docx(("word/vbaProject.bin", Noise(100)))),
        ["DOCM whose macros have another name"] = ("document-active", () => Zip(("[Content_Types].xml", Text(DocxTypes.Replace("vnd.openxmlformats-officedocument.wordprocessingml.document.main", "vnd.ms-word.document.macroEnabled.main"))), ("word/document.xml", Text("<x/>")))),
        ["DOCX with ActiveX"] = ("document-active", () => Docx(("word/activeX/activeX1.xml", Text("<x/>")))),
        ["DOCX with a program"] = ("document-active", () => Docx(("word/embeddings/cv.exe", Noise(50)))),
        ["DOCX with an external entity"] = ("document-active", () => Docx(("word/settings.xml", Text("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>")))),
        ["DOCX with an entity across two reads"] = ("document-active", () => Docx(("word/settings.xml", Text(new string(' ', 64 * 1024 - 4) + "<!ENTITY e 'x'>")))),
        ["ODT with macros"] = ("document-active", () => Odt(("Basic/script-lc.xml", Text("<x/>")))),
        ["ODT with a Python script"] = ("document-active", () => Odt(("Scripts/python/x.py", Text("import os")))),
        ["ODT with a password"] = ("document-protected", () => Odt(("META-INF/manifest.xml", Text("<manifest:encryption-data/>")))),
        ["ODT without content"] = ("document-damaged", () => Zip(("mimetype", Text("application/vnd.oasis.opendocument.text")))),
        ["OpenDocument presentation"] = ("document-kind-refused", () => Zip(("mimetype", Text("application/vnd.oasis.opendocument.presentation")), ("content.xml", Text("<x/>")))),
        ["spreadsheet renamed DOCX"] = ("document-kind-refused", () => Zip(("[Content_Types].xml", Text("<Types/>")), ("xl/workbook.xml", Text("<x/>")))),
        ["plain ZIP"] = ("document-kind-refused", () => Zip(("cv.txt", Text("bonjour")))),
        ["zip bomb by ratio"] = ("document-unfolds", () => Docx(("word/media/image1.bmp", new byte[20_000_000]))),
        ["zip bomb by size"] = ("document-unfolds", () => Docx(("word/media/noise.bin", Noise(600_000)), ("word/media/image1.bmp", new byte[52_000_000]))),
        ["ZIP of 10,000 entries"] = ("document-unfolds", () => Docx([.. Enumerable.Range(0, 10_000).Select(i => ($"word/{i}.xml", Array.Empty<byte>()))])),
        ["ZIP of 1,001 entries"] = ("document-unfolds", () => Docx([.. Enumerable.Range(0, 998).Select(i => ($"word/{i}.xml", Array.Empty<byte>()))])),
        ["zip-slip"] = ("document-damaged", () => Docx(("../../etc/cron.d/x", Text("* * * * *")))),
        ["zip-slip by backslash"] = ("document-damaged", () => Docx((@"..\..\windows\x", Text("x")))),
        ["ZIP with an absolute name"] = ("document-damaged", () => Docx(("/etc/passwd", Text("x")))),
        ["ZIP with NUL in a name"] = ("document-damaged", () => Rename(Docx(("word/x#.xml", Text("x"))), "word/x#.xml", "word/x\0.xml")),
        ["ZIP with the same name twice"] = ("document-damaged", () => Docx(("WORD/document.xml", Text("<x/>")))),
        ["ZIP with a size written too small"] = ("document-damaged", () => LyingZip(-1)),
        ["ZIP with a size written too large"] = ("document-damaged", () => LyingZip(+1)),
        ["zip bomb that says it is small"] = ("document-unfolds", () => LyingZip(-15_000_000, ("word/media/image1.bmp", new byte[20_000_000]))),
        ["ZIP whose directory and entries have other names"] = ("document-damaged", () => TwoNamesZip()),
        ["ZIP of overlapping entries"] = ("document-damaged", () => OverlappingZip()),
        ["ZIP with a password"] = ("document-protected", () => ProtectedZip()),
        ["ZIP cut before its end"] = ("document-damaged", () => Docx()[..^10]),
        ["ZIP with a program behind its end"] = ("document-damaged", () => [.. Docx(), .. Text("MZ")]),
        ["PNG of 30,000 by 30,000"] = ("document-picture-too-large", () => Png(30_000, 30_000)),
        ["PNG of the largest size"] = ("document-picture-too-large", () => Png(uint.MaxValue, uint.MaxValue)),
        ["PNG without height"] = ("document-damaged", () => Png(40, 0)),
        ["PNG without pixels"] = ("document-damaged", () => Png(withData: false)),
        ["PNG cut before its end"] = ("document-damaged", () => Png(withEnd: false)),
        ["PNG signature alone"] = ("document-damaged", () => Png()[..8]),
        ["PNG that is a ZIP too"] = ("document-kind-refused", () => Png(tail: Zip(("x.class", Noise(9))))),
        ["JPEG of 30,000 by 30,000"] = ("document-picture-too-large", () => Jpeg(30_000, 30_000)),
        ["JPEG without height"] = ("document-damaged", () => Jpeg(40, 0)),
        ["JPEG cut in its pixels"] = ("document-damaged", () => Jpeg(withEnd: false)),
        ["JPEG cut in its header"] = ("document-damaged", () => Jpeg()[..60]),
        ["JPEG signature alone"] = ("document-damaged", () => [0xff, 0xd8, 0xff]),
        ["JPEG start with a script behind"] = ("document-damaged", () => [0xff, 0xd8, 0xff, .. Text("<script>alert(1)</script>")]),
    };

    public static TheoryData<string> GoodNames => [.. Good.Keys];

    internal static byte[] GoodFile(string name) => Good[name].File();

    public static TheoryData<string> HostileNames => [.. Hostile.Keys];

    [Theory, MemberData(nameof(GoodNames))]
    public void A_good_file_is_accepted(string name)
    {
        var answer = ContentRules.Check(new MemoryStream(Good[name].File()));

        Assert.Null(answer.Error?.Code);
        Assert.Equal(Good[name].Kind, answer.Value);
    }

    [Theory, MemberData(nameof(HostileNames))]
    public void A_hostile_file_is_refused(string name) =>
        Assert.Equal(Hostile[name].Code, ContentRules.Check(new MemoryStream(Hostile[name].File())).Error?.Code);

    [Fact]
    public void A_file_broken_anywhere_gets_an_answer_and_never_an_exception()
    {
        var random = new Random(32);
        foreach (var (_, build) in Good.Where(g => g.Key is "PDF 1.4" or "DOCX with a picture" or "ODT" or "JPEG" or "PNG").Select(g => g.Value))
        {
            var whole = build();
            for (var i = 0; i < 1500; i++)
            {
                var broken = random.Next(4) == 0 ? whole[..random.Next(whole.Length)] : (byte[])whole.Clone();
                for (var times = random.Next(1, 6); times > 0 && broken.Length > 0; times--)
                {
                    broken[random.Next(broken.Length)] = (byte)random.Next(256);
                }

                var answer = ContentRules.Check(new MemoryStream(broken));
                Assert.True(answer.Error is null || DocumentErrors.OfCode(answer.Error.Code) is not null);
            }
        }
    }

    private static byte[] PdfThatIsAZip()
    {
        var zip = Zip(("x.class", Noise(30)));
        var end = Text("\nstartxref\n9\n%%EOF");
        zip[^2] = (byte)end.Length; // the end of the PDF is the comment of the ZIP
        return [.. Pdf()[..^6], .. zip, .. end];
    }

    private static byte[] LyingZip(int by, params (string Name, byte[] Content)[] more)
    {
        var zip = Docx(more);
        var size = zip.AsSpan(zip.AsSpan().LastIndexOf("PK\x01\x02"u8) + 24); // the unpacked size of the last entry
        BinaryPrimitives.WriteInt32LittleEndian(size, BinaryPrimitives.ReadInt32LittleEndian(size) + by);
        return zip;
    }

    private static byte[] TwoNamesZip()
    {
        var zip = Docx();
        zip[zip.AsSpan().IndexOf("word/document.xml"u8)] = (byte)'v';
        return zip;
    }

    private static byte[] OverlappingZip()
    {
        var zip = Docx(("word/a.xml", Noise(100)), ("word/b.xml", Noise(100)));
        var first = zip.AsSpan().IndexOf("PK\x01\x02"u8);
        BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(first + 20), 1000);
        return zip;
    }

    private static byte[] ProtectedZip()
    {
        var zip = Docx();
        zip[zip.AsSpan().IndexOf("PK\x01\x02"u8) + 8] |= 1;
        return zip;
    }
}
