using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>The stages of an offer, in order. Errors: offer.not-found.</summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record GetStages(Guid OfferId) : IQuery<Result<OfferStages>>;

public sealed record OfferStages(string OfferTitle, IReadOnlyList<StageRow> Stages);

/// <param name="AnswerDays">Working days; null where nothing is awaited.</param>
/// <param name="MayBeRemoved">Another stage of the category would remain.</param>
public sealed record StageRow(Guid Id, string Label, StageCategory Category, int? AnswerDays, bool NotifiesCandidate, bool MayBeRemoved);

internal sealed class GetStagesHandler(AppDbContext db, Actor actor) : IRequestHandler<GetStages, Result<OfferStages>>
{
    public async Task<Result<OfferStages>> Handle(GetStages query, CancellationToken cancellationToken)
    {
        var title = await db.Offers.ManageableBy(db, actor).Where(o => o.Id == query.OfferId).Select(o => o.Title)
            .SingleOrDefaultAsync(cancellationToken);
        if (title is null)
        {
            return OfferErrors.NotFound;
        }

        var stages = await db.Stages.AsNoTracking().Where(s => s.OfferId == query.OfferId).OrderBy(s => s.Position).ToListAsync(cancellationToken);
        return new OfferStages(title, [.. stages.Select(s => new StageRow(
            s.Id, s.Label, s.Category, s.AnswerDays, s.NotifiesCandidate, stages.Count(other => other.Category == s.Category) > 1))]);
    }
}
