using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>Who answers for an offer: its referent, or the deputy while the referent is away.</summary>
internal sealed record OfferContact(Guid AccountId, string Name, string Email)
{
    /// <summary>The address a candidate's answer goes to. An anonymous offer's is the mission's.</summary>
    public ReplyTo ReplyTo(bool isAnonymous, Portal portal) =>
        isAnonymous ? new ReplyTo(portal.MissionAddress, portal.MissionName) : new ReplyTo(Email, Name);
}

internal static class OfferContacts
{
    /// <summary>The account to write to on this day: the referent, or the deputy of the day.</summary>
    public static async Task<OfferContact> ContactOnAsync(
        this AppDbContext db, Guid referentId, DateOnly today, CancellationToken cancellationToken)
    {
        var deputyId = await db.Absences
            .Where(a => a.AccountId == referentId && a.From <= today && today <= a.To)
            .OrderByDescending(a => a.Id)
            .Select(a => (Guid?)a.DeputyId)
            .FirstOrDefaultAsync(cancellationToken);
        return await db.ContactAsync(deputyId ?? referentId, cancellationToken);
    }

    /// <summary>This very person, on leave or not.</summary>
    public static Task<OfferContact> ContactAsync(this AppDbContext db, Guid accountId, CancellationToken cancellationToken) =>
        db.Users.Where(u => u.Id == accountId)
            .Select(u => new OfferContact(u.Id, u.DisplayName, u.Email!))
            .SingleAsync(cancellationToken);

    /// <summary>Whoever asked the mission to publish, and the referent of the day; once, when they are the same.</summary>
    public static async Task<IReadOnlyList<OfferContact>> ToldOfModerationAsync(
        this AppDbContext db, Offer offer, DateOnly today, CancellationToken cancellationToken)
    {
        var asked = await db.OfferEvents.AsNoTracking()
            .Where(e => e.OfferId == offer.Id && e.Kind == OfferEventKind.ModerationAsked && e.AuthorId != null)
            .OrderByDescending(e => e.Id)
            .FirstOrDefaultAsync(cancellationToken);
        var referent = await db.ContactOnAsync(offer.ReferentId, today, cancellationToken);
        return asked is null || asked.AuthorId == referent.AccountId
            ? [referent]
            : [await db.ContactAsync(asked.AuthorId!.Value, cancellationToken), referent];
    }
}
