using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Privacy.Retention;

/// <summary>
/// What is left of an erased application (dates and codes, which the recruiter still sees for a while) becomes one more in
/// the count of its month and outcome, and its rows go: at most <see cref="Batch"/>, when the rule is real and its setting is there.
/// </summary>
[AllowSystem]
public sealed record CountErased : ICommand<Result>, IByStatements
{
    public const int Batch = 500;
}

internal sealed class CountErasedHandler(AppDbContext db, RetentionSettings settings, TimeProvider clock) : IRequestHandler<CountErased, Result>
{
    public async Task<Result> Handle(CountErased command, CancellationToken cancellationToken)
    {
        var term = settings.Of(RetentionRule.Erased);
        if (term.Error is { } error)
        {
            return error;
        }

        if (!await db.RetentionStates.AnyAsync(s => s.Rule == RetentionRule.Erased && s.RealSince != null, cancellationToken))
        {
            return Result.Success;
        }

        var since = term.Value.OverSince(clock.GetUtcNow());
        var over = await db.Database.SqlQuery<Guid>(
            $"SELECT id FROM application WHERE erased_at IS NOT NULL AND decided_at <= {since} ORDER BY id LIMIT {CountErased.Batch} FOR UPDATE SKIP LOCKED")
            .ToListAsync(cancellationToken); // locked: counted once
        if (over.Count > 0)
        {
            await CountAsync([.. over], cancellationToken);
        }

        return Result.Success;
    }

    private async Task CountAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        var people = await db.Applications.Where(a => ids.Contains(a.Id)).Select(a => a.CandidateId).ToArrayAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO application_figure (month, outcome, count)
            SELECT date_trunc('month', submitted_at AT TIME ZONE 'Europe/Paris')::date, category, count(*) FROM application WHERE id = ANY({ids}) GROUP BY 1, 2
            ON CONFLICT (month, outcome) DO UPDATE SET count = application_figure.count + excluded.count
            """, cancellationToken);
        await db.Applications.Where(a => ids.Contains(a.Id)).ExecuteDeleteAsync(cancellationToken); // and their histories with them
        await db.Candidates.Where(c => people.Contains(c.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO retention_report (rule, day, is_real, over_count, to_announce_count, announced_count, erased_count)
            VALUES ({nameof(RetentionRule.Erased)}, {clock.Today()}, true, {ids.Length}, 0, 0, {ids.Length})
            ON CONFLICT (rule, day) DO UPDATE SET is_real = true, erased_count = retention_report.erased_count + excluded.erased_count
            """, cancellationToken);
    }
}
