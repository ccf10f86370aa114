using Dites32.Core.Accounts;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>What is planned for one file.</summary>
/// <param name="Tasks">The open ones by their day, then those that are done, the last first.</param>
/// <param name="FollowUp">The news at 12 months, once those at 3 months are due; null otherwise.</param>
public sealed record FileAgenda(IReadOnlyList<TaskRow> Tasks, IReadOnlyList<MeetingRow> Meetings, FollowUp? FollowUp);

/// <param name="DaysLate">Calendar days since its day; 0 when it is done, dropped or still to come.</param>
/// <param name="OwnerName">Null while nobody has it.</param>
/// <param name="IsDropped">Open, in a file that is closed.</param>
public sealed record TaskRow(Guid Id, string Text, DateOnly DueOn, int DaysLate, string? OwnerName, DateTimeOffset? DoneAt, bool IsDropped);

/// <param name="IsToCome">Neither past nor cancelled.</param>
public sealed record MeetingRow(Guid Id, DateTimeOffset StartsAt, int Minutes, MeetingWay Way, string? Place, string? OwnerName, bool IsCancelled, bool IsToCome);

public sealed record FollowUp(string Text, DateOnly On);

/// <summary>Reads what is planned for a file.</summary>
internal sealed class FileAgendaReader(SpouseDbContext db, Caseworkers caseworkers, TimeProvider clock)
{
    public async Task<FileAgenda> ReadAsync(SpouseCase file, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var tasks = await db.Tasks.AsNoTracking().Where(t => t.CaseId == file.Id)
            .OrderBy(t => t.DoneAt != null).ThenByDescending(t => t.DoneAt).ThenBy(t => t.DueOn).ThenBy(t => t.Id).ToListAsync(cancellationToken);
        var names = await caseworkers.NamedAsync(tasks.Select(t => t.OwnerId), cancellationToken);
        var isOver = !SpouseCaseRules.NeedsNextStep(file.State);
        return new FileAgenda(
            [.. tasks.Select(t => new TaskRow(
                t.Id, t.Text, t.DueOn, t.DoneAt is null && !isOver ? SpouseCaseRules.DaysLate(t.DueOn, today) : 0, NameOf(t.OwnerId, names), t.DoneAt, isOver && t.DoneAt is null))],
            await MeetingsAsync(file, cancellationToken),
            SpouseCaseRules.FollowUpOf(file.State, file.StateSince.ParisDay(), file.NextStepOn, today));
    }

    /// <summary>Those to come by their time, then the others, the last first.</summary>
    public async Task<IReadOnlyList<MeetingRow>> MeetingsAsync(SpouseCase file, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var meetings = await db.Meetings.AsNoTracking().Where(m => m.CaseId == file.Id).OrderBy(m => m.StartsAt).ThenBy(m => m.Id).ToListAsync(cancellationToken);
        var names = await caseworkers.NamedAsync(meetings.Select(m => (Guid?)m.OwnerId), cancellationToken);
        var rows = meetings.Select(m => new MeetingRow(
            m.Id, m.StartsAt, m.Minutes, m.Way, m.Place, NameOf(m.OwnerId, names), m.CancelledAt is not null, !m.IsOverAt(now))).ToList();
        return [.. rows.Where(r => r.IsToCome), .. rows.Where(r => !r.IsToCome).Reverse()];
    }

    private static string? NameOf(Guid? id, IReadOnlyDictionary<Guid, AccountContact> names) =>
        id is { } known ? names.GetValueOrDefault(known)?.DisplayName ?? "compte effacé" : null;
}
