using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>
/// Takes the offers whose last day has passed off the line, the oldest first and a batch at a time, and tells their
/// referents. Run again, it finds nothing left to do.
/// </summary>
[AllowSystem]
public sealed record ExpireOffers : ICommand<Result>;

internal sealed class ExpireOffersHandler(AppDbContext db, Outbox outbox, OfferEmails emails, TimeProvider clock) : IRequestHandler<ExpireOffers, Result>
{
    public const int BatchSize = 200;

    public async Task<Result> Handle(ExpireOffers command, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var past = await db.Offers.Where(o => o.Status == OfferStatus.Published && o.ClosesOn < today)
            .OrderBy(o => o.ClosesOn).ThenBy(o => o.Id)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
        foreach (var offer in past.Where(offer => offer.Expire(clock.GetUtcNow()).Error is null))
        {
            outbox.Write(emails.Expired(offer, await db.ContactOnAsync(offer.ReferentId, today, cancellationToken)));
        }

        return Result.Success;
    }
}
