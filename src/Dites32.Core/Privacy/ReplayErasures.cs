using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Privacy;

/// <summary>What the journal of erasures names, as <c>erasures list</c> writes it.</summary>
public sealed record ErasedSubject(ErasedKind Kind, Guid SubjectId, DateTimeOffset At);

/// <summary>The whole journal of erasures, the oldest line first.</summary>
[AllowSystem]
public sealed record ListErasures : IQuery<Result<IReadOnlyList<ErasedSubject>>>;

/// <summary>
/// After a restore: erases again what the journal names, be it lines of the database's own or of a file made before. What
/// is gone already stays gone, and nobody is written to.
/// </summary>
/// <param name="Subjects">Null for the journal of the database itself.</param>
[AllowSystem]
public sealed record ReplayErasures(IReadOnlyList<ErasedSubject>? Subjects = null) : ICommand<Result<int>>;

/// <summary>
/// Erases once more what was erased within the last hour: a document or a note that was on its way at that very moment came
/// too late to be seen.
/// </summary>
[AllowSystem]
public sealed record FinishErasures : ICommand<Result>
{
    public static readonly TimeSpan Since = TimeSpan.FromHours(1);
}

internal sealed class ReplayErasuresHandler(AppDbContext db, PersonErasure erasure, TimeProvider clock)
    : IRequestHandler<ListErasures, Result<IReadOnlyList<ErasedSubject>>>, IRequestHandler<ReplayErasures, Result<int>>, IRequestHandler<FinishErasures, Result>
{
    public async Task<Result<IReadOnlyList<ErasedSubject>>> Handle(ListErasures query, CancellationToken cancellationToken) =>
        await Journal(db.Erasures).ToListAsync(cancellationToken);

    public async Task<Result<int>> Handle(ReplayErasures command, CancellationToken cancellationToken)
    {
        var subjects = command.Subjects ?? await Journal(db.Erasures).ToListAsync(cancellationToken);
        await EraseAgainAsync(subjects, cancellationToken);
        return subjects.Count;
    }

    public async Task<Result> Handle(FinishErasures command, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - FinishErasures.Since;
        await EraseAgainAsync(await Journal(db.Erasures.Where(e => e.At >= since)).ToListAsync(cancellationToken), cancellationToken);
        return Result.Success;
    }

    private static IQueryable<ErasedSubject> Journal(IQueryable<Erasure> lines) =>
        lines.OrderBy(e => e.Id).Select(e => new ErasedSubject(e.Kind, e.SubjectId, e.At));

    private async Task EraseAgainAsync(IReadOnlyList<ErasedSubject> subjects, CancellationToken cancellationToken)
    {
        // Accounts last: their address leads to whatever else they sent.
        foreach (var subject in subjects.DistinctBy(s => s.SubjectId).OrderBy(s => s.Kind == ErasedKind.Account))
        {
            var keys = await PersonKeys.OfAsync(db, subject.Kind, subject.SubjectId, cancellationToken);
            await erasure.EraseAsync(keys, tell: false, subject.At, cancellationToken);
        }
    }
}
