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
        var id = deputyId ?? referentId;
        return await db.Users.Where(u => u.Id == id)
            .Select(u => new OfferContact(u.Id, u.DisplayName, u.Email!))
            .SingleAsync(cancellationToken);
    }
}
