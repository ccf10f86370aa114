using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// On working days, writes to each caseworker how many steps and tasks are late, how many are for today, and how many meetings
/// there are; what nobody does counts for everybody, so that none is forgotten. Run again on the same day, it writes to nobody
/// twice.
/// </summary>
[AllowSystem]
public sealed record RemindSpouseSteps : ICommand<Result>, IBehindTheWall;

internal sealed class RemindSpouseStepsHandler(SpouseDbContext db, Caseworkers caseworkers, SpouseOutbox outbox, SpouseEmails emails, TimeProvider clock)
    : IRequestHandler<RemindSpouseSteps, Result>
{
    public async Task<Result> Handle(RemindSpouseSteps command, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        if (!WorkingDays.IsWorkingDay(today))
        {
            return Result.Success;
        }

        var due = await db.Cases.SeenByCaseworkers().Where(c => c.NextStepOn <= today)
            .Select(c => new Due(c.OwnerId, c.NextStepOn < today)).ToListAsync(cancellationToken);
        var tasks = await db.Tasks.Where(t => t.DoneAt == null && t.DueOn <= today && db.Cases.Any(c => c.Id == t.CaseId && c.State != SpouseCaseState.Closed))
            .Select(t => new Due(t.OwnerId, t.DueOn < today)).ToListAsync(cancellationToken);
        var (start, end) = (today.StartInParis().ToUniversalTime(), today.AddDays(1).StartInParis().ToUniversalTime());
        var meetings = await db.Meetings.Where(m => m.CancelledAt == null && m.StartsAt >= start && m.StartsAt < end).Select(m => m.OwnerId).ToListAsync(cancellationToken);
        var all = await caseworkers.AllAsync(cancellationToken);
        var known = all.Select(c => c.Id).ToHashSet();
        foreach (var to in all)
        {
            // What somebody who has left was to do is everybody's, as what nobody does.
            var (steps, toDo) = (due.Where(IsMine).ToList(), tasks.Where(IsMine).ToList());
            var digest = new SpouseDigest(steps.Count(d => d.IsLate), steps.Count(d => !d.IsLate), toDo.Count(d => d.IsLate), toDo.Count(d => !d.IsLate), meetings.Count(m => m == to.Id));
            if (digest != SpouseDigest.Nothing && !await outbox.WasWrittenTodayAsync(SpouseEmails.DigestKind, to.Email, cancellationToken))
            {
                outbox.Write(emails.Digest(to, digest));
            }

            bool IsMine(Due d) => d.OwnerId == to.Id || d.OwnerId is null || !known.Contains(d.OwnerId.Value);
        }

        return Result.Success;
    }

    private sealed record Due(Guid? OwnerId, bool IsLate);
}

/// <summary>What a caseworker is told in the morning.</summary>
internal sealed record SpouseDigest(int StepsLate, int StepsToday, int TasksLate, int TasksToday, int Meetings)
{
    public static readonly SpouseDigest Nothing = new(0, 0, 0, 0, 0);
}
