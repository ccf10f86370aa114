namespace Dites32.Core.Documents;

/// <summary>What a page shows of a document.</summary>
public sealed record DocumentSummary(
    Guid Id, string FileName, DocumentKind Kind, long SizeBytes, DocumentVerdict Verdict, DateTimeOffset UploadedAt)
{
    /// <summary>Among <see cref="DocumentLimits.MaxPerOwner"/>: a refused one is to be replaced.</summary>
    public bool TakesAPlace => Verdict != DocumentVerdict.Refused;
}

/// <summary>What the antivirus said. A document is <see cref="Pending"/> until it has spoken.</summary>
public enum DocumentVerdict { Pending, Clean, Refused }

/// <summary>The one place that says who may open a document that they may see.</summary>
public static class DocumentAccess
{
    /// <summary>Before a verdict only its owner opens a file (and a developer, who has no scanner); a refused file, nobody.</summary>
    public static bool MayOpen(DocumentSummary document, bool isOwner, bool isDevelopment) => document.Verdict switch
    {
        DocumentVerdict.Clean => true,
        DocumentVerdict.Pending => isOwner || isDevelopment,
        DocumentVerdict.Refused => false,
    };
}
