using Dites32.Core.Accounts;
using Dites32.Core.Data;
using Dites32.Core.Shared;

namespace Dites32.Core.Offers;

internal static class Deputies
{
    /// <summary>
    /// The colleagues, their account open, who may open all that the actor works on: the mission's recruiters, and for a recruiter of sites
    /// whoever is a member of every one of them.
    /// </summary>
    public static IQueryable<Account> DeputiesOf(this AppDbContext db, Actor actor)
    {
        var (me, mission) = (actor.RequiredAccountId, AccountMapping.IdOf(Role.Dites32Recruiter));
        var mine = db.SiteMemberships.Where(m => m.AccountId == me);
        var colleagues = db.Users.Where(u => u.Id != me && u.DisabledAt == null);
        return actor.Is(Role.Dites32Recruiter) || actor.Is(Role.Administrator)
            ? colleagues.Where(u => db.UserRoles.Any(r => r.UserId == u.Id && r.RoleId == mission))
            : colleagues.Where(u => db.UserRoles.Any(r => r.UserId == u.Id && r.RoleId == mission)
                || (mine.Any() && mine.All(my => db.SiteMemberships.Any(m => m.SiteId == my.SiteId && m.AccountId == u.Id))));
    }
}
