using Dites32.Core.Data;
using Dites32.Core.Documents;
using Dites32.Core.Notifications;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>
/// Where an application stands, for the person who sent it: its state, what comes next and by when an answer is due.
/// Until the mail of a move has left, the former stage is shown.
/// </summary>
[AllowLinkHolder]
public sealed record GetFollowUp(Guid ApplicationId) : IQuery<Result<FollowUp>>;

public sealed record FollowUp(
    Guid ApplicationId, DraftOffer? Offer, string ContactName, string? ContactPhone, string Name, string Email, string Phone, bool IsEmailConfirmed,
    AccountTie Tie, StageCategory Category, DateTimeOffset SubmittedAt, DateOnly? AnswerDueOn, bool IsLate, bool CanWithdraw, string Message,
    IReadOnlyList<FollowUpStep> Steps, IReadOnlyList<DocumentSummary> Documents, DateTimeOffset? InPoolSince);

/// <summary>Where the application is found again: by its links only, by the account of whoever looks, or by another one.</summary>
public enum AccountTie { None, Own, Another }

public sealed record FollowUpStep(DateTimeOffset At, string Label);

internal sealed class GetFollowUpHandler(AppDbContext db, Actor actor, Outbox outbox, ApplicationContacts contacts, TimeProvider clock)
    : IRequestHandler<GetFollowUp, Result<FollowUp>>
{
    public async Task<Result<FollowUp>> Handle(GetFollowUp query, CancellationToken cancellationToken)
    {
        var application = await db.Applications.AsNoTracking().OpenedBy(db, actor)
            .Include(a => a.Candidate).Include(a => a.Offer).Include(a => a.History.OrderBy(e => e.Id))
            .SingleOrDefaultAsync(a => a.Id == query.ApplicationId, cancellationToken);
        if (application is null)
        {
            return ApplicationErrors.NotFound;
        }

        var (now, today) = (clock.GetUtcNow(), clock.Today());
        var contact = await contacts.OfAsync(application.Offer, cancellationToken);
        var isMailHeld = await outbox.IsHeldAsync(application.WaitingEmailId, cancellationToken);
        var shown = application.ShownCategory(now, isMailHeld);
        return new FollowUp(
            application.Id,
            application.Offer is { } o ? new DraftOffer(o.Number, o.Reference, o.Slug, o.Title, o.Kind, o.IsOpen(today), o.ClosesOn) : null,
            contact.ForCandidate.Name,
            application.Offer is { IsAnonymous: false } ? application.Offer.ContactPhone : null,
            application.Candidate.Name, application.Candidate.Email, application.Candidate.Phone, application.EmailConfirmedAt is not null,
            application.AccountId is null ? AccountTie.None : application.AccountId == actor.AccountId ? AccountTie.Own : AccountTie.Another,
            shown, application.SubmittedAt,
            shown.AwaitsAnswer() ? application.AnswerDueOn : null,
            shown.AwaitsAnswer() && application.IsLate(today),
            PipelineRules.Allows(application.Category, StageCategory.Withdrawn, PipelineRole.Person),
            application.Message,
            Steps(application, now, isMailHeld),
            await db.DocumentsOfAsync(application.Id, cancellationToken),
            application.InPoolSince);
    }

    /// <summary>What the person may know: their own acts, and each change of the public state that reached them.</summary>
    private static List<FollowUpStep> Steps(Application application, DateTimeOffset now, bool isMailHeld)
    {
        var steps = new List<FollowUpStep>();
        var last = "";
        foreach (var happened in application.History)
        {
            var label = happened.Kind switch
            {
                ApplicationEventKind.Submitted or ApplicationEventKind.EmailConfirmed or ApplicationEventKind.Withdrawn
                    or ApplicationEventKind.ContactCorrected or ApplicationEventKind.DocumentAdded or ApplicationEventKind.DocumentRemoved
                    or ApplicationEventKind.PoolJoined or ApplicationEventKind.PoolLeft or ApplicationEventKind.ErasureAnnounced => happened.Kind.Label(),
                ApplicationEventKind.Moved when WasHeard(application, happened, now, isMailHeld) => happened.ToCategory!.Value.PublicLabel(),
                _ => null,
            };
            if (label is not null && label != last)
            {
                steps.Add(new FollowUpStep(happened.At, label));
                last = label;
            }
        }

        return steps;
    }

    private static bool WasHeard(Application application, ApplicationEvent move, DateTimeOffset now, bool isMailHeld)
    {
        var end = move.At + Application.TakeBackTime;
        var next = application.History.FirstOrDefault(e => e.Id > move.Id
            && e.Kind is ApplicationEventKind.Moved or ApplicationEventKind.TakenBack or ApplicationEventKind.Withdrawn);
        return next is null ? end <= now && !isMailHeld : end <= next.At && !next.ReplacesUnheard;
    }
}
