using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>
/// Deletes the drafts whose month is over, sent or not, with their personal links, at most <see cref="Batch"/> at a time.
/// What was sent lives on as an application; the files of the others go by <see cref="Documents.SweepDocuments"/>.
/// </summary>
[AllowSystem]
public sealed record SweepDrafts : ICommand<Result>
{
    public const int Batch = 200;
}

internal sealed class SweepDraftsHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<SweepDrafts, Result>
{
    public async Task<Result> Handle(SweepDrafts request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        db.ApplicationDrafts.RemoveRange(await db.ApplicationDrafts.Where(d => d.ExpiresAt < now)
            .OrderBy(d => d.ExpiresAt).ThenBy(d => d.Id).Take(SweepDrafts.Batch)
            .ToListAsync(cancellationToken));
        return Result.Success;
    }
}
