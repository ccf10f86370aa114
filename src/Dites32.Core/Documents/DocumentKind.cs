namespace Dites32.Core.Documents;

/// <summary>The five kinds of files that are accepted. The kind comes from the content, never from the name.</summary>
public enum DocumentKind { Pdf, Docx, Odt, Jpeg, Png }

public static class DocumentKinds
{
    public static string Label(this DocumentKind kind) => kind switch
    {
        DocumentKind.Pdf => "PDF",
        DocumentKind.Docx => "DOCX",
        DocumentKind.Odt => "ODT",
        DocumentKind.Jpeg => "JPEG",
        DocumentKind.Png => "PNG",
    };

    public static string MediaType(this DocumentKind kind) => kind switch
    {
        DocumentKind.Pdf => "application/pdf",
        DocumentKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        DocumentKind.Odt => "application/vnd.oasis.opendocument.text",
        DocumentKind.Jpeg => "image/jpeg",
        DocumentKind.Png => "image/png",
    };

    /// <summary>The extensions a file of this kind may keep; the first is given to those that have another.</summary>
    internal static string[] Extensions(this DocumentKind kind) => kind switch
    {
        DocumentKind.Pdf => [".pdf"],
        DocumentKind.Docx => [".docx"],
        DocumentKind.Odt => [".odt"],
        DocumentKind.Jpeg => [".jpg", ".jpeg"],
        DocumentKind.Png => [".png"],
    };
}
