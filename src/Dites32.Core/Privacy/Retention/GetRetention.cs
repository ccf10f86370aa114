using Dites32.Core.Data;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Privacy.Retention;

/// <summary>How each term of retention is applied, what the last nights saw and did, and the figures that are left. No names. No errors.</summary>
[AllowRoles(Role.DataProtectionOfficer, Role.Administrator)]
public sealed record GetRetention : IQuery<Result<RetentionOverview>>
{
    /// <summary>How many nights back.</summary>
    public const int Nights = 14;

    /// <summary>How many months of figures, those with applications only.</summary>
    public const int Months = 36;
}

public sealed record RetentionOverview(IReadOnlyList<RuleOverview> Rules, IReadOnlyList<NightReport> Nights, IReadOnlyList<MonthFigures> Figures);

/// <param name="Refusal">Why it cannot run; the numbers are zero then.</param>
/// <param name="Months">Its term.</param>
/// <param name="NoticeDays">Zero when nobody is told.</param>
/// <param name="Over">Whose term is over at this instant.</param>
/// <param name="ToAnnounce">Who has to be told first.</param>
public sealed record RuleOverview(RetentionRule Rule, DateTimeOffset? RealSince, string? Refusal, int Months, int NoticeDays, int Over, int ToAnnounce);

public sealed record NightReport(DateOnly Day, RetentionRule Rule, bool IsReal, int Over, int ToAnnounce, int Announced, int Erased, bool WasRefused);

/// <param name="Counts">By outcome; null for one to four, which might lead to somebody.</param>
public sealed record MonthFigures(DateOnly Month, IReadOnlyDictionary<StageCategory, int?> Counts);

internal sealed class GetRetentionHandler(AppDbContext db, RetentionSettings settings, TimeProvider clock) : IRequestHandler<GetRetention, Result<RetentionOverview>>
{
    public async Task<Result<RetentionOverview>> Handle(GetRetention query, CancellationToken cancellationToken)
    {
        var states = await db.RetentionStates.AsNoTracking().ToDictionaryAsync(s => s.Rule, s => s.RealSince, cancellationToken);
        var rules = new List<RuleOverview>();
        foreach (var rule in RetentionRules.All)
        {
            var (realSince, term) = (states.GetValueOrDefault(rule), settings.Of(rule));
            if (term.Error is { } error)
            {
                rules.Add(new RuleOverview(rule, realSince, error.Message, 0, 0, 0, 0));
                continue;
            }

            var seen = await db.SeenUnderAsync(rule, term.Value, clock.GetUtcNow(), cancellationToken);
            rules.Add(new RuleOverview(rule, realSince, null, term.Value.Months, term.Value.NoticeDays, seen.Over, seen.ToAnnounce));
        }

        var from = clock.Today().AddDays(-GetRetention.Nights);
        var nights = await db.RetentionReports.Where(r => r.Day > from).OrderByDescending(r => r.Day)
            .Select(r => new NightReport(r.Day, r.Rule, r.IsReal, r.OverCount, r.ToAnnounceCount, r.AnnouncedCount, r.ErasedCount, r.Refusal != null))
            .ToListAsync(cancellationToken);
        return new RetentionOverview(rules, [.. nights.OrderByDescending(n => n.Day).ThenBy(n => n.Rule)], await FiguresAsync(cancellationToken));
    }

    private async Task<IReadOnlyList<MonthFigures>> FiguresAsync(CancellationToken cancellationToken)
    {
        var months = await db.ApplicationFigures.Select(f => f.Month).Distinct().OrderByDescending(m => m).Take(GetRetention.Months).ToListAsync(cancellationToken);
        var figures = await db.ApplicationFigures.AsNoTracking().Where(f => months.Contains(f.Month)).ToListAsync(cancellationToken);
        return [.. months.Select(month => new MonthFigures(month, figures.Where(f => f.Month == month)
            .ToDictionary(f => f.Outcome, f => f.Count < ApplicationFigure.Fewest ? null : (int?)f.Count)))];
    }
}
