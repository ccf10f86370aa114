using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>
/// Tells the referents of the offers that leave the line within a week, once for each closing day: an offer that is
/// renewed gets another reminder in its time. One that was published within the last day needs none yet.
/// </summary>
[AllowSystem]
public sealed record RemindOfExpiry : ICommand<Result>;

internal sealed class RemindOfExpiryHandler(AppDbContext db, Outbox outbox, OfferEmails emails, TimeProvider clock) : IRequestHandler<RemindOfExpiry, Result>
{
    private const int DaysBefore = 7;
    private const int BatchSize = 200;

    public async Task<Result> Handle(RemindOfExpiry command, CancellationToken cancellationToken)
    {
        var (now, today) = (clock.GetUtcNow(), clock.Today());
        var (soon, aDayAgo) = (today.AddDays(DaysBefore), now.AddDays(-1));

        var offers = await db.Offers.AsNoTracking()
            .Where(o => o.Status == OfferStatus.Published && o.ClosesOn >= today && o.ClosesOn <= soon && o.PublishedAt < aDayAgo)
            .OrderBy(o => o.ClosesOn).ThenBy(o => o.Id)
            .ToListAsync(cancellationToken);
        var ids = offers.Select(o => o.Id).ToList();
        var told = (await db.OfferEvents.AsNoTracking()
                .Where(e => ids.Contains(e.OfferId) && e.Kind == OfferEventKind.ExpiryReminded)
                .ToListAsync(cancellationToken))
            .Select(e => (e.OfferId, e.Note))
            .ToHashSet();
        foreach (var (offer, reminder) in offers.Select(o => (Offer: o, Reminder: Offer.Reminded(o.Id, o.ClosesOn, now)))
            .Where(due => !told.Contains((due.Offer.Id, due.Reminder.Note)))
            .Take(BatchSize))
        {
            db.OfferEvents.Add(reminder);
            outbox.Write(emails.ExpiresSoon(offer, await db.ContactOnAsync(offer.ReferentId, today, cancellationToken)));
        }

        return Result.Success;
    }
}
