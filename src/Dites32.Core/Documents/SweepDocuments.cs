using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Documents;

/// <summary>
/// Deletes the files whose draft was never sent (<c>expires_at</c> has passed), at most <see cref="Batch"/> at a time.
/// </summary>
[AllowSystem]
public sealed record SweepDocuments : ICommand<Result>
{
    public const int Batch = 200;
}

internal sealed class SweepDocumentsHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<SweepDocuments, Result>
{
    public async Task<Result> Handle(SweepDocuments request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var expired = await db.Documents.Where(d => d.ExpiresAt < now)
            .OrderBy(d => d.ExpiresAt).ThenBy(d => d.Id).Take(SweepDocuments.Batch)
            .ToListAsync(cancellationToken);
        db.Documents.RemoveRange(expired);
        return Result.Success;
    }
}
