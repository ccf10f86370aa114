using Dites32.Core.Data;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>
/// What moving a card would send, and whether it may be moved: nothing changes. An untouched answer follows the reason.
/// Errors: those of <see cref="MoveApplication"/>, except a missing reason or answer, which <see cref="MovePreview.Mail"/> null tells.
/// </summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record PreviewMove(Guid ApplicationId, Guid ToStageId, RefusalReason? Reason, string? Answer) : IQuery<Result<MovePreview>>, IReadsFile
{
    Subject IAbout.Subject => new(SubjectKind.Application, ApplicationId);
    ReadingPurpose IReadsFile.Purpose => ReadingPurpose.Recruiting;
}

/// <param name="Answer">The words as they will be sent.</param>
/// <param name="Mail">Null when the stage writes to nobody, or when a reason or an answer is still to be given.</param>
public sealed record MovePreview(
    Guid ApplicationId, uint Version, Guid? OfferId, string? OfferTitle, string CandidateName, string FromLabel,
    Guid ToStageId, string ToLabel, StageCategory ToCategory, bool NeedsAnswer, string Answer, MailPreview? Mail);

internal sealed class PreviewMoveHandler(AppDbContext db, Actor actor, CardMove move, PipelineEmails emails)
    : IRequestHandler<PreviewMove, Result<MovePreview>>
{
    public async Task<Result<MovePreview>> Handle(PreviewMove query, CancellationToken cancellationToken)
    {
        var application = await db.Applications.ManageableBy(db, actor).Include(a => a.Candidate).Include(a => a.Offer)
            .SingleOrDefaultAsync(a => a.Id == query.ApplicationId, cancellationToken);
        var stages = application is null
            ? []
            : await db.Stages.Where(s => s.OfferId == application.OfferId).ToListAsync(cancellationToken);
        if (application is null || stages.Find(s => s.Id == query.ToStageId) is not { } stage)
        {
            return ApplicationErrors.NotFound;
        }

        var needsAnswer = PipelineRules.NeedsAnswer(stage.Category);
        var words = needsAnswer ? ProposedAnswers.Choose(query.Reason, query.Answer) : (query.Answer ?? "").Trim();
        var isComplete = !needsAnswer || (query.Reason is not null && words.Length > 0);
        var error = await move.CheckAsync(application, stage, query.Reason ?? RefusalReason.Other, words.Length > 0 ? words : "…", cancellationToken);
        if (error is not null)
        {
            return error;
        }

        var mail = isComplete && await move.WritesToPersonAsync(application, stage, cancellationToken)
            ? emails.Preview(await move.ComposeAsync(application, stage, words, null, cancellationToken))
            : null;
        return new MovePreview(
            application.Id, db.VersionOf(application), application.OfferId, application.Offer?.Title, application.Candidate.Name,
            stages.Single(s => s.Id == application.StageId).Label, stage.Id, stage.Label, stage.Category, needsAnswer, words, mail);
    }
}
