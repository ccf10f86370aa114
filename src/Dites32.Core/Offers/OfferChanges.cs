using Dites32.Core.Data;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>One line of an offer's history, for people.</summary>
/// <param name="Who">Null for a background job.</param>
public sealed record OfferChange(OfferEventKind Kind, DateTimeOffset At, string? Who, string? Note)
{
    public string What => Note is null ? Kind.Label() : $"{Kind.Label()}\u00a0: {Note}";
}

internal static class OfferChanges
{
    public static uint VersionOf(this AppDbContext db, Offer offer) => db.Entry(offer).Property<uint>("Version").CurrentValue;

    /// <summary>Newest first.</summary>
    public static IQueryable<OfferChange> ChangesOf(this AppDbContext db, Guid offerId) =>
        from happened in db.OfferEvents
        where happened.OfferId == offerId
        join account in db.Users on happened.AuthorId equals account.Id into authors
        from author in authors.DefaultIfEmpty()
        orderby happened.Id descending
        select new OfferChange(happened.Kind, happened.At, author == null ? null : author.DisplayName, happened.Note);

    /// <summary>Who was faster, when, and what they changed.</summary>
    public static async Task<Error> SayWhoChangedAsync(this AppDbContext db, Guid offerId, CancellationToken cancellationToken) =>
        OfferErrors.ChangedBy(await db.ChangesOf(offerId).FirstAsync(cancellationToken));

    /// <summary>The same act by the same person was the last thing that happened: the form was sent twice.</summary>
    public static async Task<bool> HasJustAsync(
        this AppDbContext db, Actor actor, Guid offerId, CancellationToken cancellationToken, params OfferEventKind[] kinds)
    {
        var last = await db.OfferEvents.AsNoTracking().Where(e => e.OfferId == offerId)
            .OrderByDescending(e => e.Id).FirstAsync(cancellationToken);
        return kinds.Contains(last.Kind) && last.AuthorId == actor.AccountId;
    }
}
