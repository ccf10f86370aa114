using Dites32.Core.Documents;

namespace Dites32.Tests.Documents;

public sealed class DocumentNameTests
{
    [Theory]
    [InlineData("CV Dupouy.pdf", "CV Dupouy.pdf")]
    [InlineData("CV.PDF", "CV.PDF")]
    [InlineData("Diplôme d’État n° 2.pdf", "Diplôme d’État n° 2.pdf")]
    [InlineData("E\u0301tat.pdf", "État.pdf")]
    [InlineData("cv.html", "cv.pdf")]
    [InlineData("cv.pdf.exe", "cv.pdf")]
    [InlineData("cv.exe.pdf", "cv.exe.pdf")]
    [InlineData("CV v1.2", "CV v1.2.pdf")]
    [InlineData("CV", "CV.pdf")]
    [InlineData("CV.", "CV.pdf")]
    [InlineData(".htaccess", "htaccess.pdf")]
    [InlineData(".pdf", "pdf.pdf")]
    [InlineData("", "document.pdf")]
    [InlineData(null, "document.pdf")]
    [InlineData("...", "document.pdf")]
    [InlineData(@"C:\Users\claire\cv.pdf", "cv.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("cv\0.pdf", "cv.pdf")]
    [InlineData("cv\r\nSet-Cookie: a=b.pdf", "cvSet-Cookie: a=b.pdf")]
    [InlineData("cv\u202Efdp.exe", "cvfdp.pdf")]
    [InlineData("cv\u2066\u200B\uFEFF.pdf", "cv.pdf")]
    [InlineData("cv\uFFFF\uD800.pdf", "cv.pdf")]
    [InlineData("Photo 😀.pdf", "Photo 😀.pdf")]
    public void A_name_keeps_what_can_be_read(string? typed, string kept) =>
        Assert.Equal(kept, DocumentName.Clean(typed, DocumentKind.Pdf));

    [Fact]
    public void A_long_name_keeps_its_extension_and_no_half_character()
    {
        Assert.Equal(new string('a', 145) + ".docx", DocumentName.Clean(new string('a', 300) + ".docx", DocumentKind.Docx));
        Assert.Equal(new string('a', 144) + ".docx", DocumentName.Clean(new string('a', 144) + string.Concat(Enumerable.Repeat("😀", 90)), DocumentKind.Docx));
    }

    [Theory]
    [InlineData("scan.jpeg", DocumentKind.Jpeg, "scan.jpeg")]
    [InlineData("scan.png", DocumentKind.Jpeg, "scan.jpg")]
    [InlineData("lettre.doc", DocumentKind.Docx, "lettre.docx")]
    [InlineData("lettre.docx", DocumentKind.Odt, "lettre.odt")]
    public void The_extension_is_that_of_the_content(string typed, DocumentKind kind, string kept) =>
        Assert.Equal(kept, DocumentName.Clean(typed, kind));
}
