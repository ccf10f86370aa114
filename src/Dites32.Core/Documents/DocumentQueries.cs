using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Documents;

/// <summary>
/// What the features above do with documents inside their own requests. The owner is always named, and the caller has
/// checked that the actor may see or change it. Changes are tracked: the command saves them with everything else.
/// </summary>
internal static class DocumentQueries
{
    public static Task<List<DocumentSummary>> DocumentsOfAsync(this DbContext db, Guid ownerId, CancellationToken cancellationToken) =>
        db.Set<Document>().Where(d => d.OwnerId == ownerId)
            .OrderBy(d => d.UploadedAt).ThenBy(d => d.Id)
            .Select(d => new DocumentSummary(d.Id, d.FileName, d.Kind, d.SizeBytes, d.Verdict, d.UploadedAt))
            .ToListAsync(cancellationToken);

    /// <summary>The draft becomes an application, which keeps its files.</summary>
    public static async Task MoveDocumentsAsync(this DbContext db, Guid fromOwner, Guid toOwner, CancellationToken cancellationToken)
    {
        foreach (var document in await db.Set<Document>().Where(d => d.OwnerId == fromOwner).ToListAsync(cancellationToken))
        {
            document.BelongTo(toOwner);
        }
    }

    /// <summary>One file of an owner. A second click finds nothing, which is what it asked for.</summary>
    /// <returns>Whether there was one.</returns>
    public static async Task<bool> RemoveDocumentAsync(this DbContext db, Guid ownerId, Guid documentId, CancellationToken cancellationToken)
    {
        var document = await db.Set<Document>().SingleOrDefaultAsync(d => d.Id == documentId && d.OwnerId == ownerId, cancellationToken);
        if (document is not null)
        {
            db.Remove(document);
        }

        return document is not null;
    }

    /// <summary>All the files of an owner that goes.</summary>
    public static async Task RemoveDocumentsAsync(this DbContext db, Guid ownerId, CancellationToken cancellationToken) =>
        db.RemoveRange(await db.Set<Document>().Where(d => d.OwnerId == ownerId).ToListAsync(cancellationToken));
}
