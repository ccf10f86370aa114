using Dites32.Core.Data;
using Dites32.Core.Shared;

namespace Dites32.Core.Offers;

internal static class OfferAccess
{
    /// <summary>What anyone may read: on line, and the last day not passed. The same rule as <see cref="Offer.IsOpen"/>, for PostgreSQL.</summary>
    public static IQueryable<Offer> OpenOn(this IQueryable<Offer> offers, DateOnly today) =>
        offers.Where(o => o.Status == OfferStatus.Published && o.ClosesOn >= today);

    /// <summary>The offers whose text and pipeline the actor works on: those of the sites they are a member of; all, for the mission.</summary>
    public static IQueryable<Offer> ManageableBy(this IQueryable<Offer> offers, AppDbContext db, Actor actor)
    {
        if (actor.Is(Role.Dites32Recruiter) || actor.Is(Role.Administrator))
        {
            return offers;
        }

        return actor.Is(Role.SiteRecruiter)
            ? offers.Where(o => db.SiteMemberships.Any(m => m.SiteId == o.SiteId && m.AccountId == actor.AccountId))
            : offers.Where(o => false);
    }
}
