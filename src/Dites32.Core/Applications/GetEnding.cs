using Dites32.Core.Data;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>What ending an offer would do: who still awaits an answer, who may have been chosen, and the mail as it would go.</summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record GetEnding(Guid OfferId, OfferEnding Ending, Guid? ChosenId, string? Answer) : IQuery<Result<EndingPreview>>;

/// <param name="Awaiting">Those who get the answer: all but the chosen one.</param>
/// <param name="Answer">The words as they will be sent.</param>
/// <param name="Mail">To the first of them; null when nobody awaits.</param>
public sealed record EndingPreview(
    Guid OfferId, uint Version, string Title, string Reference, OfferStatus Status, bool IsPossible,
    IReadOnlyList<AwaitingRow> Awaiting, IReadOnlyList<AwaitingRow> Choosable, string Answer, MailPreview? Mail);

public sealed record AwaitingRow(Guid Id, string Name, string StageLabel);

internal sealed class GetEndingHandler(AppDbContext db, Actor actor, CardMove move, PipelineEmails emails) : IRequestHandler<GetEnding, Result<EndingPreview>>
{
    public async Task<Result<EndingPreview>> Handle(GetEnding query, CancellationToken cancellationToken)
    {
        var offer = await db.Offers.ManageableBy(db, actor).SingleOrDefaultAsync(o => o.Id == query.OfferId, cancellationToken);
        if (offer is null)
        {
            return OfferErrors.NotFound;
        }

        var applications = await db.Applications.ManageableBy(db, actor).Include(a => a.Candidate).Include(a => a.Offer)
            .Where(a => a.OfferId == offer.Id && (a.DecidedAt == null || a.Category == StageCategory.InPost))
            .OrderBy(a => a.SubmittedAt).ThenBy(a => a.Id).ToListAsync(cancellationToken);
        var stages = await db.Stages.AsNoTracking().Where(s => s.OfferId == offer.Id).ToListAsync(cancellationToken);
        var isFilled = query.Ending == OfferEnding.Filled;
        var choosable = applications.Where(a => a.Category is StageCategory.Accepted or StageCategory.Papers or StageCategory.InPost).ToList();
        var chosen = isFilled ? choosable.Find(a => a.Id == query.ChosenId) : null;
        var awaiting = applications.Where(a => a.DecidedAt is null && a != chosen).ToList();
        var answer = ProposedAnswers.Choose(isFilled ? RefusalReason.OfferFilled : RefusalReason.OfferWithdrawn, query.Answer);
        var closed = stages.Single(s => s.Category == StageCategory.Closed);
        return new EndingPreview(
            offer.Id, db.Entry(offer).Property<uint>("Version").CurrentValue, offer.Title, offer.Reference, offer.Status,
            OfferLifecycle.After(offer.Status, isFilled ? OfferMove.Fill : OfferMove.Withdraw) is not null,
            [.. awaiting.Select(Row)], [.. choosable.Select(Row)], answer,
            awaiting.Count == 0 ? null : emails.Preview(await move.ComposeAsync(awaiting[0], closed, answer, null, cancellationToken)));

        AwaitingRow Row(Application application) =>
            new(application.Id, application.Candidate.Name, stages.Single(s => s.Id == application.StageId).Label);
    }
}
