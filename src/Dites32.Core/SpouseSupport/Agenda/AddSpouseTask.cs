using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// Adds something to be done for a file. Sent again, it stays one task. Errors: spouse.not-found, spouse.no-consent,
/// spouse.closed.
/// </summary>
/// <param name="DueOn">A day, from today to two years from now.</param>
/// <param name="OwnerId">Who does it: a caseworker.</param>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record AddSpouseTask(Guid CaseId, Guid SubmissionId, string ToDo, string DueOn, Guid OwnerId) : ICommand<Result>, IBehindTheWall, ISubmission, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.SpouseCase, CaseId);
}

internal sealed class AddSpouseTaskHandler(SpouseDbContext db, Actor actor, Caseworkers caseworkers, TimeProvider clock) : IRequestHandler<AddSpouseTask, Result>
{
    private const int MaxYears = 2;

    public async Task<Result> Handle(AddSpouseTask command, CancellationToken cancellationToken)
    {
        var file = await db.ToPlanAsync(command.CaseId, cancellationToken);
        if (await db.Tasks.SingleOrDefaultAsync(t => t.Id == command.SubmissionId, cancellationToken) is { } sent)
        {
            return sent.CaseId == command.CaseId && sent.AddedById == actor.AccountId ? Result.Success : SharedErrors.PageTooOld;
        }

        if (file.Error is not null)
        {
            return file.Error;
        }

        var (errors, today) = (new FieldErrors(), clock.Today());
        var text = errors.Text(nameof(command.ToDo), command.ToDo, SpouseTask.MaxTextLength);
        errors.Require(text.Length > 0, nameof(command.ToDo), "Écrivez ce qu'il y a à faire.");
        var on = errors.Take(nameof(command.DueOn), TypedDay.Read(command.DueOn, today, today.AddYears(MaxYears)));
        errors.Require(on is not null, nameof(command.DueOn), "Choisissez le jour de cette tâche.");
        errors.Require(await caseworkers.FindAsync(command.OwnerId, cancellationToken) is not null, nameof(command.OwnerId), "Choisissez une personne de la liste.");
        if (errors.Error is { } error)
        {
            return error;
        }

        if (command.SubmissionId == Guid.Empty)
        {
            return SharedErrors.PageTooOld;
        }

        var (me, now) = (actor.RequiredAccountId, clock.GetUtcNow());
        db.Add(SpouseTask.Of(command.SubmissionId, command.CaseId, text, on!.Value, command.OwnerId, me, now));
        db.Add(new SpouseEvent(command.CaseId, SpouseEventKind.TaskAdded, me, now));
        return Result.Success;
    }
}
