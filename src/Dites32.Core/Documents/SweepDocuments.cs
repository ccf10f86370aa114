using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Documents;

/// <summary>
/// Deletes the files whose draft was never sent (<c>expires_at</c> has passed), at most <see cref="Batch"/> at a time.
/// Answers how many: a job runs it again while the answer is <see cref="Batch"/>.
/// </summary>
[AllowSystem]
public sealed record SweepDocuments : ICommand<Result<int>>
{
    public const int Batch = 200;
}

internal sealed class SweepDocumentsHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<SweepDocuments, Result<int>>
{
    public async Task<Result<int>> Handle(SweepDocuments request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var expired = await db.Documents.Where(d => d.ExpiresAt < now)
            .OrderBy(d => d.ExpiresAt).ThenBy(d => d.Id).Take(SweepDocuments.Batch)
            .ToListAsync(cancellationToken);
        db.Documents.RemoveRange(expired);
        return expired.Count;
    }
}
