using Dites32.Core.Data;
using Dites32.Core.Shared;

namespace Dites32.Core.Territory;

/// <summary>The sites that someone may recruit for: all of them for the mission, those of their memberships for anybody else.</summary>
internal static class SiteAccess
{
    public static IQueryable<Site> ManageableBy(this IQueryable<Site> sites, AppDbContext db, Actor actor)
    {
        if (actor.Is(Role.Administrator) || actor.Is(Role.Dites32Recruiter))
        {
            return sites;
        }

        var accountId = actor.AccountId;
        return sites.Where(site => db.SiteMemberships.Any(m => m.SiteId == site.Id && m.AccountId == accountId));
    }
}
