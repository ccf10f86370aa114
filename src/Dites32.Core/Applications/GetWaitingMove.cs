using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>The last move of a card while it may be taken back, with the mail that waits. Not found once it is too late.</summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record GetWaitingMove(Guid ApplicationId) : IQuery<Result<WaitingMove>>, IReadsFile
{
    Subject IAbout.Subject => new(SubjectKind.Application, ApplicationId);
    ReadingPurpose IReadsFile.Purpose => ReadingPurpose.Recruiting;
}

/// <param name="Mail">Null when the stage writes to nobody.</param>
public sealed record WaitingMove(Guid ApplicationId, uint Version, string CandidateName, string FormerLabel, string StageLabel, DateTimeOffset Until, MailPreview? Mail);

internal sealed class GetWaitingMoveHandler(AppDbContext db, Actor actor, Outbox outbox, PipelineEmails emails, TimeProvider clock)
    : IRequestHandler<GetWaitingMove, Result<WaitingMove>>
{
    public async Task<Result<WaitingMove>> Handle(GetWaitingMove query, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var move = await db.Applications.ManageableBy(db, actor)
            .Where(a => a.Id == query.ApplicationId && a.TakeBackUntil > now)
            .Select(a => new
            {
                Version = EF.Property<uint>(a, "Version"),
                a.Candidate.Name,
                Former = db.Stages.Single(s => s.Id == a.FormerStageId).Label,
                Stage = db.Stages.Single(s => s.Id == a.StageId).Label,
                a.TakeBackUntil,
                Mail = db.OutboxEmails.Where(e => e.Id == a.WaitingEmailId).Select(e => new { e.Id, e.ReplyToName, e.ToAddress, e.Subject }).SingleOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (move is null)
        {
            return ApplicationErrors.NotFound;
        }

        var body = move.Mail is null ? null : await outbox.ReadBodyAsync(move.Mail.Id, cancellationToken);
        return new WaitingMove(
            query.ApplicationId, move.Version, move.Name, move.Former, move.Stage, move.TakeBackUntil!.Value,
            body is null ? null : emails.PreviewOf(move.Mail!.ReplyToName, move.Mail.ToAddress ?? "", move.Mail.Subject, body));
    }
}
