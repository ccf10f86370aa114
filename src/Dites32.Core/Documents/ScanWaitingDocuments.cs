using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Documents;

/// <summary>
/// Gives a verdict to the documents that came while the antivirus was away, oldest first, then looks again at those whose
/// verdict is a month old: it has learnt since. At most <see cref="Batch"/> at a time; it stops when the antivirus does.
/// </summary>
[AllowSystem]
public sealed record ScanWaitingDocuments : ICommand<Result>
{
    public const int Batch = 25;
    public static readonly TimeSpan VerdictHolds = TimeSpan.FromDays(30);
}

internal sealed class ScanWaitingDocumentsHandler(AppDbContext db, DocumentStore store, DocumentScan scan, IMediator mediator)
    : IRequestHandler<ScanWaitingDocuments, Result>
{
    public async Task<Result> Handle(ScanWaitingDocuments request, CancellationToken cancellationToken)
    {
        foreach (var owner in await scan.JudgeAsync(db, store, cancellationToken))
        {
            await mediator.Publish(new DocumentsRefused(owner), cancellationToken);
        }

        return Result.Success;
    }
}

/// <summary>The same in any context that holds documents. The command saves the verdicts.</summary>
internal sealed class DocumentScan(Clamd clamd, TimeProvider clock)
{
    /// <returns>The owners of files that are refused now.</returns>
    public async Task<IReadOnlyList<Guid>> JudgeAsync(DbContext db, DocumentStore store, CancellationToken cancellationToken)
    {
        if (!clamd.IsConfigured)
        {
            return [];
        }

        var old = clock.GetUtcNow() - ScanWaitingDocuments.VerdictHolds;
        var documents = await db.Set<Document>()
            .Where(d => d.Verdict == DocumentVerdict.Pending || (d.Verdict == DocumentVerdict.Clean && d.VerdictAt < old))
            .OrderByDescending(d => d.Verdict == DocumentVerdict.Pending).ThenBy(d => d.UploadedAt).ThenBy(d => d.Id)
            .Take(ScanWaitingDocuments.Batch)
            .ToListAsync(cancellationToken);
        foreach (var document in documents)
        {
            if (await clamd.JudgeAsync(store.PartsAsync(document.Id, cancellationToken), cancellationToken) is not { } verdict)
            {
                break;
            }

            document.Judge(verdict, clock.GetUtcNow());
        }

        return [.. documents.Where(d => d.Verdict == DocumentVerdict.Refused).Select(d => d.OwnerId).Distinct()];
    }
}
