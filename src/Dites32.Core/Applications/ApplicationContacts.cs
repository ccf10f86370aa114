using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Offers;
using Dites32.Core.Shared;

namespace Dites32.Core.Applications;

/// <summary>Who is written to about an application, and in whose name.</summary>
/// <param name="Recruiter">Null for the pool: the mission's own address is written to.</param>
/// <param name="ForCandidate">Whom the candidate answers: the mission for the pool and for anonymous offers.</param>
internal sealed record ApplicationContact(OfferContact Recruiter, ReplyTo ForCandidate, string? OfferTitle);

internal sealed class ApplicationContacts(AppDbContext db, Portal portal, TimeProvider clock)
{
    public async Task<ApplicationContact> OfAsync(Offer? offer, CancellationToken cancellationToken)
    {
        if (offer is null)
        {
            var mission = new OfferContact(Guid.Empty, portal.MissionName, portal.MissionAddress);
            return new ApplicationContact(mission, new ReplyTo(mission.Email, mission.Name), null);
        }

        var contact = await db.ContactOnAsync(offer.ReferentId, clock.Today(), cancellationToken);
        return new ApplicationContact(contact, contact.ReplyTo(offer.IsAnonymous, portal), offer.Title);
    }
}
