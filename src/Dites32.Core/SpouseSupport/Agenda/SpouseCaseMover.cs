using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// Moves a file with what follows: whoever has found a post or started a business is asked for news at 12 months, meetings of a
/// file that closes are cancelled, and the person is written to.
/// </summary>
internal sealed class SpouseCaseMover(
    SpouseDbContext db, Actor actor, Caseworkers caseworkers, SpouseOutbox outbox, SpouseEmails emails, MeetingMails meetings, TimeProvider clock)
{
    /// <param name="step">Null for a closed file.</param>
    public async Task<Result> MoveAsync(SpouseCase file, SpouseCaseState to, string? step, DateOnly? on, CancellationToken cancellationToken)
    {
        var (me, now) = (actor.RequiredAccountId, clock.GetUtcNow());
        var moved = file.MoveTo(to, step, on, me, now);
        if (moved.Error is not null)
        {
            return moved;
        }

        if (to == SpouseCaseState.Closed)
        {
            await CancelMeetingsAsync(file, now, cancellationToken);
        }
        else
        {
            db.RemoveRange(await FollowUpsOf(file).ToListAsync(cancellationToken)); // of a post that is no more
        }

        if (SpouseCaseRules.IsSettled(to))
        {
            db.Add(SpouseTask.FollowUp(file, now));
            db.Add(new SpouseEvent(file.Id, SpouseEventKind.TaskAdded, me, now));
        }

        if (file.ConsentedAt is not null)
        {
            outbox.Write(emails.Moved(file, await caseworkers.FindAsync(file.OwnerId, cancellationToken)));
        }

        return moved;
    }

    /// <summary>What comes next, without a move. Planned for the day of the news at 12 months, it takes the place of their task.</summary>
    public async Task PlanAsync(SpouseCase file, string step, DateOnly on, CancellationToken cancellationToken)
    {
        file.PlanStep(step, on, actor.RequiredAccountId, clock.GetUtcNow());
        db.RemoveRange(await FollowUpsOf(file).Where(t => t.DueOn == on).ToListAsync(cancellationToken));
    }

    private IQueryable<SpouseTask> FollowUpsOf(SpouseCase file) =>
        db.Tasks.Where(t => t.CaseId == file.Id && t.Kind == SpouseTaskKind.FollowUp && t.DoneAt == null);

    private async Task CancelMeetingsAsync(SpouseCase file, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var meeting in await db.Meetings.Where(m => m.CaseId == file.Id && m.CancelledAt == null && m.EndsAt > now).ToListAsync(cancellationToken))
        {
            meeting.Cancel(now);
            db.Add(new SpouseEvent(file.Id, SpouseEventKind.MeetingCancelled, actor.AccountId, now));
            await meetings.WriteAsync(SpouseEventKind.MeetingCancelled, file, meeting, meeting.OwnerId, cancellationToken);
        }
    }
}
