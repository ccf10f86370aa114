using Dites32.Core.Data;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>The offer somebody is about to answer, as the head of the form shows it. A draft does not exist for the public.</summary>
[AllowEveryone]
public sealed record GetOfferToApply(int Number) : IQuery<Result<DraftOffer>>;

internal sealed class GetOfferToApplyHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<GetOfferToApply, Result<DraftOffer>>
{
    public async Task<Result<DraftOffer>> Handle(GetOfferToApply query, CancellationToken cancellationToken)
    {
        var offer = await db.Offers.AsNoTracking()
            .SingleOrDefaultAsync(o => o.Number == query.Number && o.PublishedAt != null, cancellationToken);
        return offer is null
            ? OfferErrors.NotFound
            : new DraftOffer(offer.Number, offer.Reference, offer.Slug, offer.Title, offer.Kind, offer.IsOpen(clock.Today()), offer.ClosesOn);
    }
}
