namespace Dites32.Core.Documents;

/// <summary>
/// A file joined to something (a draft, then the application it becomes). The bytes lie in <see cref="DocumentChunk"/>
/// and never pass through this entity: only <see cref="DocumentStore"/> writes and reads them.
/// </summary>
internal sealed class Document
{
    /// <summary>How long a file waits for its draft to be sent: as long as the draft itself.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(30);

    private Document() { }

    /// <summary>128 random bits, not ordered by time: an address that holds it cannot be guessed.</summary>
    public Guid Id { get; private init; }

    /// <summary>The id of the draft or of the application. No foreign key: this feature knows nothing of those above it.</summary>
    public Guid OwnerId { get; private set; }

    public string FileName { get; private init; } = "";
    public DocumentKind Kind { get; private init; }
    public long SizeBytes { get; private init; }
    public byte[] Sha256 { get; private init; } = [];
    public DocumentVerdict Verdict { get; private set; }
    public DateTimeOffset? VerdictAt { get; private set; }
    public DateTimeOffset UploadedAt { get; private init; }

    /// <summary>
    /// When the sweep takes the file; null once it belongs to something that lasts. Owners live above this feature, so it
    /// cannot ask whether one still exists: a file disappears on this day unless somebody has kept it before.
    /// </summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    public static Document Received(Guid ownerId, string? typedName, DocumentKind kind, long size, byte[] sha256, DateTimeOffset now) => new()
    {
        Id = Guid.NewGuid(),
        OwnerId = ownerId,
        FileName = DocumentName.Clean(typedName, kind),
        Kind = kind,
        SizeBytes = size,
        Sha256 = sha256,
        UploadedAt = now,
        ExpiresAt = now + Patience,
    };

    public DocumentSummary Summary => new(Id, FileName, Kind, SizeBytes, Verdict, UploadedAt);

    /// <summary>The draft has become an application: the file is kept as long as it.</summary>
    public void BelongTo(Guid ownerId) => (OwnerId, ExpiresAt) = (ownerId, null);

    /// <summary>The same file was sent again: the draft is still being written.</summary>
    public void WaitAgain(DateTimeOffset now) => ExpiresAt = ExpiresAt is null ? null : now + Patience;

    /// <summary>What the scanner found.</summary>
    public void Judge(DocumentVerdict verdict, DateTimeOffset now) => (Verdict, VerdictAt) = (verdict, now);
}

/// <summary>At most <see cref="MaxSize"/> bytes of a document, numbered from 0.</summary>
internal sealed class DocumentChunk
{
    public const int MaxSize = 256 * 1024;

    private DocumentChunk() { }

    public Guid DocumentId { get; private init; }
    public int Number { get; private init; }
    public byte[] Bytes { get; private init; } = [];
}
