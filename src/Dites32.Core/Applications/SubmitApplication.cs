using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>
/// Last step: the draft becomes an application. However often it is sent, there is one row and one answer. An address that
/// already has a live application to the offer gets the same answer, and only its mailbox is told.
/// </summary>
/// <param name="JoinsPool">The person has ticked <see cref="Candidates.PoolConsent.Text"/>.</param>
[AllowLinkHolder]
public sealed record SubmitApplication(Guid DraftId, bool JoinsPool = false) : ICommand<Result>, ISubmission, IAbout
{
    Guid ISubmission.SubmissionId => DraftId;
    Subject IAbout.Subject => new(SubjectKind.Draft, DraftId);
}

internal sealed class SubmitApplicationHandler(AppDbContext db, Actor actor, ApplicationIntake intake) : IRequestHandler<SubmitApplication, Result>
{
    public async Task<Result> Handle(SubmitApplication command, CancellationToken cancellationToken)
    {
        var draft = await db.ApplicationDrafts.OpenedBy(db, actor).SingleOrDefaultAsync(d => d.Id == command.DraftId, cancellationToken);
        if (draft is null)
        {
            return ApplicationErrors.DraftNotFound;
        }

        if (draft.SentAt is not null)
        {
            return Result.Success; // sent twice: the first answer again
        }

        return draft.IsComplete ? await intake.TakeInAsync(draft, command.JoinsPool, cancellationToken) : ApplicationErrors.DraftIncomplete;
    }
}
