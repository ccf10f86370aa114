using Dites32.Core.Accounts;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

public enum AgendaView { Week, Month }

/// <summary>What waits day by day, in a week or in the weeks of a month: next steps, open tasks and meetings of files under way.</summary>
/// <param name="Mine">Only what the reader does, and what nobody does (any more).</param>
/// <param name="Day">Any day of it, as text; today where it cannot be read.</param>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record GetSpouseAgenda(bool Mine, AgendaView View, string? Day) : IQuery<Result<SpouseAgenda>>, IBehindTheWall;

/// <param name="First">Of the week or of the month.</param>
/// <param name="Previous">A day of the week or month before.</param>
/// <param name="Days">Whole weeks, from a Monday.</param>
public sealed record SpouseAgenda(AgendaView View, DateOnly First, DateOnly Previous, DateOnly Next, IReadOnlyList<AgendaDay> Days);

/// <param name="IsOutside">Of the month before or after.</param>
public sealed record AgendaDay(DateOnly Day, bool IsToday, bool IsOutside, bool IsWorkingDay, IReadOnlyList<AgendaLine> Lines);

public enum AgendaKind { Meeting, Step, Task }

/// <param name="At">Of a meeting.</param>
/// <param name="DaysLate">0 when it is not late.</param>
public sealed record AgendaLine(AgendaKind Kind, DateOnly Day, DateTimeOffset? At, int Minutes, Guid CaseId, string Name, string Text, string? OwnerName, int DaysLate);

internal sealed class GetSpouseAgendaHandler(SpouseDbContext db, Actor actor, Caseworkers caseworkers, TimeProvider clock)
    : IRequestHandler<GetSpouseAgenda, Result<SpouseAgenda>>
{
    private const int Years = 5;

    public async Task<Result<SpouseAgenda>> Handle(GetSpouseAgenda query, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var day = TypedDay.Read(query.Day, today.AddYears(-Years), today.AddYears(Years)) is { Error: null, Value: { } read } ? read : today;
        var first = query.View == AgendaView.Week ? MondayOf(day) : new DateOnly(day.Year, day.Month, 1);
        var end = query.View == AgendaView.Week ? first.AddDays(7) : first.AddMonths(1);
        var (from, to) = (MondayOf(first), MondayOf(end.AddDays(-1)).AddDays(7));
        var lines = (await LinesAsync(query.Mine, from, to, today, cancellationToken)).ToLookup(l => l.Day);
        return new SpouseAgenda(query.View, first, first.AddDays(-1), end, [.. Enumerable.Range(0, to.DayNumber - from.DayNumber).Select(from.AddDays).Select(d => new AgendaDay(
            d, d == today, d < first || d >= end, WorkingDays.IsWorkingDay(d), [.. lines[d].OrderBy(l => l.Kind).ThenBy(l => l.At).ThenBy(l => l.Name, StringComparer.Ordinal).ThenBy(l => l.CaseId)]))]);
    }

    /// <param name="to">The day after the last one.</param>
    private async Task<List<AgendaLine>> LinesAsync(bool mine, DateOnly from, DateOnly to, DateOnly today, CancellationToken cancellationToken)
    {
        var all = await caseworkers.AllAsync(cancellationToken);
        var others = mine ? all.Select(c => c.Id).Where(id => id != actor.AccountId).ToList() : [];
        var open = db.Cases.SeenByCaseworkers().Where(c => c.State != SpouseCaseState.Closed);
        var steps = await open.Where(c => c.NextStepOn >= from && c.NextStepOn < to && (c.OwnerId == null || !others.Contains(c.OwnerId.Value)))
            .Select(c => new { c.Id, c.Name, c.NextStep, On = c.NextStepOn!.Value, c.OwnerId }).ToListAsync(cancellationToken);
        var tasks = await db.Tasks.Where(t => t.DoneAt == null && t.DueOn >= from && t.DueOn < to && (t.OwnerId == null || !others.Contains(t.OwnerId.Value)))
            .Join(open, t => t.CaseId, c => c.Id, (t, c) => new { c.Id, c.Name, t.Text, t.DueOn, t.OwnerId }).ToListAsync(cancellationToken);
        var (start, end) = (from.StartInParis().ToUniversalTime(), to.StartInParis().ToUniversalTime());
        var meetings = await db.Meetings.Where(m => m.CancelledAt == null && m.StartsAt >= start && m.StartsAt < end && !others.Contains(m.OwnerId))
            .Join(db.Cases.SeenByCaseworkers(), m => m.CaseId, c => c.Id, (m, c) => new { c.Id, c.Name, m.StartsAt, m.EndsAt, m.Way, m.OwnerId }).ToListAsync(cancellationToken);
        var names = await caseworkers.NamedAsync(
            [.. steps.Select(s => s.OwnerId), .. tasks.Select(t => t.OwnerId), .. meetings.Select(m => (Guid?)m.OwnerId)], cancellationToken);
        return
        [
            .. meetings.Select(m => new AgendaLine(
                AgendaKind.Meeting, m.StartsAt.ParisDay(), m.StartsAt, (int)(m.EndsAt - m.StartsAt).TotalMinutes, m.Id, m.Name, m.Way.Label(), NameOf(m.OwnerId, names), 0)),
            .. steps.Select(s => new AgendaLine(AgendaKind.Step, s.On, null, 0, s.Id, s.Name, s.NextStep!, NameOf(s.OwnerId, names), SpouseCaseRules.DaysLate(s.On, today))),
            .. tasks.Select(t => new AgendaLine(AgendaKind.Task, t.DueOn, null, 0, t.Id, t.Name, t.Text, NameOf(t.OwnerId, names), SpouseCaseRules.DaysLate(t.DueOn, today))),
        ];
    }

    private static string? NameOf(Guid? id, IReadOnlyDictionary<Guid, AccountContact> names) => id is { } known ? names.GetValueOrDefault(known)?.DisplayName : null;

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
