using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// The figures of a year, for caseworkers: who agreed in it, how soon they were spoken to, where they stood three and twelve
/// months later. Erased files are in none of them.
/// </summary>
/// <param name="Year">Of the consent, in France; the present one when it is null.</param>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record GetSpouseFigures(int? Year) : IQuery<Result<SpouseFigures>>, IBehindTheWall;

/// <param name="Years">In which somebody has agreed, and the present one, the latest first.</param>
/// <param name="Agreed">How many agreed in the year.</param>
/// <param name="Spoken">How many of them were spoken to since.</param>
/// <param name="MedianDays">Between the consent and the first talk, of those who were spoken to, in days; null without any.</param>
public sealed record SpouseFigures(
    int Year, IReadOnlyList<int> Years, int Agreed, int Spoken, double? MedianDays, IReadOnlyList<ProjectFigure> Projects, IReadOnlyList<OutcomeFigure> Outcomes);

/// <param name="Project">Null for those who do not know yet.</param>
public sealed record ProjectFigure(SpouseProject? Project, int Count);

/// <param name="Months">3 or 12, after the consent.</param>
/// <param name="Reached">For how many these months have passed.</param>
/// <param name="InPost">How many of them had found a post by then, and still had the file in that state.</param>
public sealed record OutcomeFigure(int Months, int Reached, int InPost, int BusinessCreated, int UnderWay, int Paused, int Closed);

internal sealed class GetSpouseFiguresHandler(SpouseDbContext db, TimeProvider clock) : IRequestHandler<GetSpouseFigures, Result<SpouseFigures>>
{
    private static readonly int[] Terms = [3, 12];

    public async Task<Result<SpouseFigures>> Handle(GetSpouseFigures query, CancellationToken cancellationToken)
    {
        var (now, today) = (clock.GetUtcNow(), clock.Today());
        var all = await db.Cases.Where(c => c.ConsentedAt != null).Select(c => new { c.Id, At = c.ConsentedAt!.Value, c.Project }).ToListAsync(cancellationToken);
        var years = all.Select(c => c.At.ParisDay().Year).Append(today.Year).Distinct().OrderDescending().ToList();
        var year = query.Year is { } asked && years.Contains(asked) ? asked : today.Year;
        var files = all.Where(c => c.At.ParisDay().Year == year).ToList();
        var ids = files.Select(f => f.Id).ToList();
        var events = (await db.Events.Where(e => ids.Contains(e.CaseId) && (e.Kind == SpouseEventKind.Spoke || e.Kind == SpouseEventKind.Moved))
            .Select(e => new { e.CaseId, e.Kind, e.At, e.To, e.Id }).ToListAsync(cancellationToken)).ToLookup(e => e.CaseId);

        var waits = files.Select(f => (Talk: events[f.Id].Where(e => e.Kind == SpouseEventKind.Spoke).Select(e => (DateTimeOffset?)e.At).Min(), f.At))
            .Where(w => w.Talk is not null).Select(w => (w.Talk!.Value - w.At).TotalDays).Order().ToList();
        var outcomes = Terms.Select(months =>
        {
            var states = files.Where(f => f.At.AddMonths(months) <= now)
                .Select(f => events[f.Id].Where(e => e.Kind == SpouseEventKind.Moved && e.At <= f.At.AddMonths(months))
                    .OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => e.To).LastOrDefault()).ToList();
            return new OutcomeFigure(
                months, states.Count, states.Count(s => s == SpouseCaseState.InPost), states.Count(s => s == SpouseCaseState.BusinessCreated),
                states.Count(s => s is not (SpouseCaseState.InPost or SpouseCaseState.BusinessCreated or SpouseCaseState.Paused or SpouseCaseState.Closed)),
                states.Count(s => s == SpouseCaseState.Paused), states.Count(s => s == SpouseCaseState.Closed));
        });
        return new SpouseFigures(
            year, years, files.Count, waits.Count, Median(waits),
            [.. files.GroupBy(f => f.Project).Select(g => new ProjectFigure(g.Key, g.Count())).OrderByDescending(p => p.Count).ThenBy(p => p.Project)], [.. outcomes]);
    }

    private static double? Median(List<double> sorted) =>
        sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
}
