using Dites32.Core.Data;
using Dites32.Core.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>
/// Moves a card to another stage: the one move of the pipeline. Its mail waits for <see cref="Application.TakeBackTime"/>,
/// and replaces one that has not left, however long ago it was written. The same move already done by the same person is a
/// success. Errors: moved-meanwhile, mail-leaving (that of the move before is being sent at this very moment), cannot-move, answer-missing, too-early-to-hire (public employer; CGFP, L. 311-2).
/// </summary>
/// <param name="Version">Of the card as its sender saw it; compared before anything else.</param>
/// <param name="Reason">Needed to refuse or close.</param>
/// <param name="Answer">The recruiter's words to the person: needed to refuse or close, welcome otherwise.</param>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record MoveApplication(Guid ApplicationId, Guid ToStageId, uint Version, RefusalReason? Reason = null, string? Answer = null)
    : ICommand<Result>, IAbout, IVersioned
{
    public const int MaxAnswerLength = 3000;

    Subject IAbout.Subject => new(SubjectKind.Application, ApplicationId);
}

internal sealed class MoveApplicationValidator : AbstractValidator<MoveApplication>
{
    public MoveApplicationValidator()
    {
        RuleFor(c => c.Reason).IsInEnum().WithMessage("Choisissez un motif de la liste.");
        RuleFor(c => c.Answer).MaximumLength(MoveApplication.MaxAnswerLength).WithMessage($"{MoveApplication.MaxAnswerLength}\u00a0caractères au plus.");
    }
}

internal sealed class MoveApplicationHandler(AppDbContext db, Actor actor, CardMove move) : IRequestHandler<MoveApplication, Result>
{
    public async Task<Result> Handle(MoveApplication command, CancellationToken cancellationToken)
    {
        var application = await db.Applications.ManageableBy(db, actor).Include(a => a.Candidate).Include(a => a.Offer)
            .SingleOrDefaultAsync(a => a.Id == command.ApplicationId, cancellationToken);
        if (application is null)
        {
            return ApplicationErrors.NotFound;
        }

        if (command.Version != db.VersionOf(application))
        {
            return await IsDoneAsync(application, command.ToStageId, cancellationToken)
                ? Result.Success
                : await db.SayWhoWasFasterAsync(application, cancellationToken);
        }

        var stage = await db.Stages.SingleOrDefaultAsync(s => s.Id == command.ToStageId && s.OfferId == application.OfferId, cancellationToken);
        if (stage is null)
        {
            return ApplicationErrors.StageGone;
        }

        return stage.Id == application.StageId
            ? Result.Success
            : await move.ToAsync(application, stage, command.Reason, command.Answer, cancellationToken);
    }

    /// <summary>A second click, or a browser that sent its form again.</summary>
    private async Task<bool> IsDoneAsync(Application application, Guid stageId, CancellationToken cancellationToken) =>
        application.StageId == stageId
        && await db.LastChangeAsync(application.Id, cancellationToken) is { Kind: ApplicationEventKind.Moved } last
        && last.AuthorId == actor.AccountId && last.ToStageId == stageId;
}
