using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>Says that a task is done, or that it is not after all. Said twice, it changes nothing. Errors: spouse.task-not-found.</summary>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record TickSpouseTask(Guid CaseId, Guid TaskId, bool IsDone) : ICommand<Result>, IBehindTheWall, IRunsAgain, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.SpouseCase, CaseId);
}

internal sealed class TickSpouseTaskHandler(SpouseDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<TickSpouseTask, Result>
{
    public async Task<Result> Handle(TickSpouseTask command, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.SingleOrDefaultAsync(
            t => t.Id == command.TaskId && t.CaseId == command.CaseId && db.Cases.SeenByCaseworkers().Any(c => c.Id == t.CaseId), cancellationToken);
        if (task is null)
        {
            return SpouseErrors.TaskNotFound;
        }

        var (me, now) = (actor.RequiredAccountId, clock.GetUtcNow());
        if (task.Tick(command.IsDone, me, now))
        {
            db.Add(new SpouseEvent(task.CaseId, command.IsDone ? SpouseEventKind.TaskDone : SpouseEventKind.TaskReopened, me, now));
        }

        return Result.Success;
    }
}
