using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>
/// Takes the last move back while its mail waits: the card returns to the stage the person knows of, and the mail does not
/// leave. Either the mail leaves or the move is taken back, never both. Errors: too-late, moved-meanwhile.
/// </summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record TakeBackMove(Guid ApplicationId, uint Version) : ICommand<Result>, IAbout, IVersioned
{
    Subject IAbout.Subject => new(SubjectKind.Application, ApplicationId);
}

internal sealed class TakeBackMoveHandler(AppDbContext db, Actor actor, Outbox outbox, TimeProvider clock) : IRequestHandler<TakeBackMove, Result>
{
    public async Task<Result> Handle(TakeBackMove command, CancellationToken cancellationToken)
    {
        var application = await db.Applications.ManageableBy(db, actor)
            .SingleOrDefaultAsync(a => a.Id == command.ApplicationId, cancellationToken);
        if (application is null)
        {
            return ApplicationErrors.NotFound;
        }

        if (command.Version != db.VersionOf(application))
        {
            return await db.LastChangeAsync(application.Id, cancellationToken) is { Kind: ApplicationEventKind.TakenBack } last
                && last.AuthorId == actor.AccountId
                ? Result.Success
                : await db.SayWhoWasFasterAsync(application, cancellationToken);
        }

        var former = await db.Stages.SingleOrDefaultAsync(s => s.Id == application.FormerStageId, cancellationToken);
        if (former is null || (application.WaitingEmailId is { } waiting && !await outbox.CancelAsync(waiting, cancellationToken)))
        {
            return ApplicationErrors.TooLateToTakeBack;
        }

        // The two kinds of events that put a card where it then stood: what was taken back since does not count.
        var entry = await db.ApplicationEvents.AsNoTracking()
            .Where(e => e.ApplicationId == application.Id && e.ToStageId == former.Id
                && (e.Kind == ApplicationEventKind.Submitted || e.Kind == ApplicationEventKind.Moved))
            .OrderByDescending(e => e.Id)
            .FirstAsync(cancellationToken);
        return application.TakeBack(former, entry.At, entry.Reason, actor.RequiredAccountId, clock.GetUtcNow());
    }
}
