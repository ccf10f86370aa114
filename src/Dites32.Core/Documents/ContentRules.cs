using Dites32.Core.Shared;

namespace Dites32.Core.Documents;

/// <summary>
/// Says of what kind a file is by its content, and refuses what a CV or a diploma does not hold. Neither the name nor
/// the announced type is believed. The antivirus comes after; what these rules cannot see is in ADR-0004.
/// </summary>
internal static class ContentRules
{
    public static Result<DocumentKind> Check(Stream file)
    {
        var start = new byte[8];
        file.Position = 0;
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        try
        {
            return start.AsSpan(0, read) switch
            {
                [0x25, 0x50, 0x44, 0x46, 0x2d, ..] => OnlyOne(file, DocumentKind.Pdf, PdfRules.Check),              // %PDF-
                [0x50, 0x4b, 0x03, 0x04, ..] => ZipRules.Check(file),                                               // PK
                [0xff, 0xd8, 0xff, ..] => OnlyOne(file, DocumentKind.Jpeg, PictureRules.CheckJpeg),
                [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] => OnlyOne(file, DocumentKind.Png, PictureRules.CheckPng),
                _ => DocumentErrors.KindRefused,
            };
        }
        catch (EndOfStreamException)
        {
            return DocumentErrors.Damaged;
        }
    }

    private static Result<DocumentKind> OnlyOne(Stream file, DocumentKind kind, Func<Stream, Error?> check)
    {
        // A file that is also a ZIP (or a JAR) to whoever reads it from its end.
        if (ZipDirectory.FindEnd(file) is not null)
        {
            return DocumentErrors.KindRefused;
        }

        return check(file) is { } error ? error : kind;
    }
}
