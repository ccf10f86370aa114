using Dites32.Core.Candidates;
using Dites32.Core.Data;
using Dites32.Core.Documents;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>The draft that a personal link of this browser opens, to go on writing it, or to see that it is sent.</summary>
[AllowLinkHolder]
public sealed record GetDraft(Guid DraftId) : IQuery<Result<DraftAsWritten>>;

/// <param name="Offer">Null for a spontaneous application.</param>
/// <param name="RppsKeyLooksWrong">The last digit does not fit the others: worth a second look, nothing more.</param>
/// <param name="AnswerDueOn">By when an answer is due, once sent.</param>
public sealed record DraftAsWritten(
    Guid Id, DraftOffer? Offer, string Name, string Email, string Phone, CandidateStatus? Status, string? Rpps, bool RppsKeyLooksWrong,
    string? SpecialtyCode, string Message, string? WishesWhere, string? WishesWhat, DateOnly? WishesFrom, bool IsComplete,
    DateTimeOffset? SentAt, DateOnly? AnswerDueOn, IReadOnlyList<DocumentSummary> Documents);

public sealed record DraftOffer(int Number, string Reference, string Slug, string Title, OfferKind Kind, bool IsOpen, DateOnly ClosesOn);

internal sealed class GetDraftHandler(AppDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<GetDraft, Result<DraftAsWritten>>
{
    public async Task<Result<DraftAsWritten>> Handle(GetDraft query, CancellationToken cancellationToken)
    {
        var draft = await db.ApplicationDrafts.AsNoTracking().OpenedBy(db, actor).SingleOrDefaultAsync(d => d.Id == query.DraftId, cancellationToken);
        if (draft is null)
        {
            return ApplicationErrors.DraftNotFound;
        }

        var offer = draft.OfferId is null ? null : await db.Offers.AsNoTracking().SingleAsync(o => o.Id == draft.OfferId, cancellationToken);
        return new DraftAsWritten(
            draft.Id,
            offer is null ? null : new DraftOffer(offer.Number, offer.Reference, offer.Slug, offer.Title, offer.Kind, offer.IsOpen(clock.Today()), offer.ClosesOn),
            draft.Name, draft.Email, draft.Phone, draft.Status, draft.Rpps,
            draft.Rpps is not null && !Rpps.HasGoodKey(draft.Rpps),
            draft.SpecialtyCode, draft.Message, draft.Wishes?.Where, draft.Wishes?.What, draft.Wishes?.From, draft.IsComplete,
            draft.SentAt,
            draft.SentAt is { } sent ? WorkingDays.Add(sent.ParisDay(), Stage.UsualAnswerDays) : null,
            await db.DocumentsOfAsync(draft.ApplicationId ?? draft.Id, cancellationToken));
    }
}
