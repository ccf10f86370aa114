using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Privacy.Retention;

/// <summary>
/// Applies the terms of retention (RGPD, art. 5, 1, e): writes down what each rule sees, and for those that an administrator
/// has made real announces to the people what ends soon, then erases what was announced long enough ago; at most
/// <see cref="Batch"/> of each, the next run goes on. A rule whose setting is missing or wrong does nothing and says so.
/// </summary>
[AllowSystem]
public sealed record ApplyRetention : ICommand<Result>, IRunsAgain
{
    public const int Batch = 100;
}

internal sealed class ApplyRetentionHandler(
    AppDbContext db, RetentionSettings settings, RetentionErasure erasure, RetentionNotice notice, TimeProvider clock)
    : IRequestHandler<ApplyRetention, Result>
{
    public async Task<Result> Handle(ApplyRetention command, CancellationToken cancellationToken)
    {
        var real = await db.RetentionStates.Where(s => s.RealSince != null).Select(s => s.Rule).ToListAsync(cancellationToken);
        foreach (var rule in RetentionRules.All)
        {
            var report = await ReportAsync(rule, cancellationToken);
            var term = settings.Of(rule);
            if (term.Error is { } error)
            {
                report.Refuse(error.Code);
            }
            else
            {
                await ApplyAsync(rule, term.Value, real.Contains(rule), report, cancellationToken);
            }
        }

        return Result.Success;
    }

    private async Task ApplyAsync(RetentionRule rule, RetentionTerm term, bool isReal, RetentionReport report, CancellationToken cancellationToken)
    {
        var (now, isFirst) = (clock.GetUtcNow(), db.Entry(report).State == EntityState.Added || report.Refusal is not null);
        if (isFirst)
        {
            var seen = await db.SeenUnderAsync(rule, term, now, cancellationToken);
            report.Saw(seen.Over, seen.ToAnnounce);
        }

        if (!isReal)
        {
            return;
        }

        var (announced, erased) = rule switch
        {
            RetentionRule.Erased => (0, 0), // by statements: CountErased
            RetentionRule.Question => (0, await erasure.EraseQuestionsAsync(term, now, cancellationToken)),
            RetentionRule.Intern => (0, await erasure.EraseInternsAsync(term, now, cancellationToken)),
            _ => (await notice.WriteAsync(rule, term, now, cancellationToken), await erasure.EraseApplicationsAsync(rule, term, now, cancellationToken)),
        };
        report.Did(announced, erased);
    }

    private async Task<RetentionReport> ReportAsync(RetentionRule rule, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var report = await db.RetentionReports.SingleOrDefaultAsync(r => r.Rule == rule && r.Day == today, cancellationToken);
        return report ?? db.Add(new RetentionReport(rule, today)).Entity;
    }
}
