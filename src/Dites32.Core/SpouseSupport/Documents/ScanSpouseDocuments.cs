using Dites32.Core.Documents;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>What <see cref="ScanWaitingDocuments"/> does, behind the wall: the person whose document is refused is told.</summary>
[AllowSystem]
public sealed record ScanSpouseDocuments : ICommand<Result>, IBehindTheWall;

internal sealed class ScanSpouseDocumentsHandler(
    SpouseDbContext db, SpouseDocumentStore store, DocumentScan scan, Caseworkers caseworkers, SpouseOutbox outbox, SpouseEmails emails)
    : IRequestHandler<ScanSpouseDocuments, Result>
{
    public async Task<Result> Handle(ScanSpouseDocuments command, CancellationToken cancellationToken)
    {
        var owners = await scan.JudgeAsync(db, store, cancellationToken);
        foreach (var file in await db.Cases.Where(c => owners.Contains(c.Id)).ToListAsync(cancellationToken))
        {
            outbox.Write(emails.DocumentsRefused(file, await caseworkers.FindAsync(file.OwnerId, cancellationToken)));
        }

        return Result.Success;
    }
}
