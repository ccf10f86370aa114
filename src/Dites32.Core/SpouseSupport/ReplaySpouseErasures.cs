using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>What the journal of erasures behind the wall names.</summary>
public sealed record ErasedSpouseCase(Guid CaseId, DateTimeOffset At);

/// <summary>The whole journal of erasures behind the wall, the oldest line first.</summary>
[AllowSystem]
public sealed record ListSpouseErasures : IQuery<Result<IReadOnlyList<ErasedSpouseCase>>>, IBehindTheWall;

/// <summary>
/// After a restore: erases again what the journal names, be it lines of the database's own or of a file made before. What is
/// gone already stays gone, and nobody is written to. Nothing has to be finished later, as the portal does: whatever comes
/// for a file that is being erased is refused by the database, or goes with it.
/// </summary>
/// <param name="Cases">Null for the journal of the database itself.</param>
[AllowSystem]
public sealed record ReplaySpouseErasures(IReadOnlyList<ErasedSpouseCase>? Cases = null) : ICommand<Result<int>>, IBehindTheWall;

internal sealed class ReplaySpouseErasuresHandler(SpouseDbContext db, SpouseCaseErasure erasure)
    : IRequestHandler<ListSpouseErasures, Result<IReadOnlyList<ErasedSpouseCase>>>, IRequestHandler<ReplaySpouseErasures, Result<int>>
{
    public async Task<Result<IReadOnlyList<ErasedSpouseCase>>> Handle(ListSpouseErasures query, CancellationToken cancellationToken) =>
        await JournalAsync(cancellationToken);

    public async Task<Result<int>> Handle(ReplaySpouseErasures command, CancellationToken cancellationToken)
    {
        var cases = command.Cases ?? await JournalAsync(cancellationToken);
        var known = (await db.Erasures.Select(e => e.CaseId).ToListAsync(cancellationToken)).ToHashSet();
        foreach (var erased in cases.DistinctBy(c => c.CaseId))
        {
            if (await db.Cases.SingleOrDefaultAsync(c => c.Id == erased.CaseId, cancellationToken) is { } file)
            {
                await erasure.RemoveAsync(file, cancellationToken);
            }

            if (known.Add(erased.CaseId))
            {
                db.Add(new SpouseErasure(erased.CaseId, erased.At));
            }
        }

        return cases.Count;
    }

    private Task<List<ErasedSpouseCase>> JournalAsync(CancellationToken cancellationToken) =>
        db.Erasures.OrderBy(e => e.Id).Select(e => new ErasedSpouseCase(e.CaseId, e.At)).ToListAsync(cancellationToken);
}
