using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Documents;

/// <summary>
/// What the features above do with documents inside their own requests. The owner is always named, and the caller has
/// checked that the actor may see or change it. Changes are tracked: the command saves them with everything else.
/// </summary>
internal static class DocumentQueries
{
    public static Task<List<DocumentSummary>> DocumentsOfAsync(this AppDbContext db, Guid ownerId, CancellationToken cancellationToken) =>
        db.Documents.Where(d => d.OwnerId == ownerId)
            .OrderBy(d => d.UploadedAt).ThenBy(d => d.Id)
            .Select(d => new DocumentSummary(d.Id, d.FileName, d.Kind, d.SizeBytes, d.Verdict, d.UploadedAt))
            .ToListAsync(cancellationToken);

    /// <summary>The draft becomes an application, which keeps its files.</summary>
    public static async Task MoveDocumentsAsync(this AppDbContext db, Guid fromOwner, Guid toOwner, CancellationToken cancellationToken)
    {
        foreach (var document in await db.Documents.Where(d => d.OwnerId == fromOwner).ToListAsync(cancellationToken))
        {
            document.BelongTo(toOwner);
        }
    }

    /// <summary>One file of an owner. A second click finds nothing, which is what it asked for.</summary>
    public static async Task RemoveDocumentAsync(this AppDbContext db, Guid ownerId, Guid documentId, CancellationToken cancellationToken)
    {
        if (await db.Documents.SingleOrDefaultAsync(d => d.Id == documentId && d.OwnerId == ownerId, cancellationToken) is { } document)
        {
            db.Documents.Remove(document);
        }
    }

    /// <summary>All the files of an owner that goes.</summary>
    public static async Task RemoveDocumentsAsync(this AppDbContext db, Guid ownerId, CancellationToken cancellationToken) =>
        db.Documents.RemoveRange(await db.Documents.Where(d => d.OwnerId == ownerId).ToListAsync(cancellationToken));
}
