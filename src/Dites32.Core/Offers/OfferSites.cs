using Dites32.Core.Accounts;
using Dites32.Core.Data;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Offers;

/// <summary>What an offer needs to know of its site.</summary>
internal sealed record OfferSite(
    Guid Id, string Name, string InseeCode, SiteStatus Status, bool IsTrusted, string OrganisationName, OrganisationKind OrganisationKind, bool IsPublicEmployer);

internal static class OfferSites
{
    public static IQueryable<OfferSite> OfferSitesAmong(this AppDbContext db, IQueryable<Site> sites) =>
        sites.Join(db.Organisations, s => s.OrganisationId, o => o.Id, (s, o) =>
            new OfferSite(s.Id, s.Name, s.InseeCode, s.Status, s.TrustedSince != null, o.Name, o.Kind, o.IsPublicEmployer));

    public static Task<OfferSite> OfferSiteAsync(this AppDbContext db, Guid siteId, CancellationToken cancellationToken) =>
        db.OfferSitesAmong(db.Sites.Where(s => s.Id == siteId)).SingleAsync(cancellationToken);

    /// <summary>Who may be the named contact: the recruiters of the site and those of the mission, whoever writes, and whoever it is now.</summary>
    public static IQueryable<Account> ReferentsFor(this AppDbContext db, Guid siteId, Guid author, Guid? present)
    {
        var mission = AccountMapping.IdOf(Role.Dites32Recruiter);
        return db.Users.Where(u => u.Id == author || u.Id == present
            || db.SiteMemberships.Any(m => m.SiteId == siteId && m.AccountId == u.Id)
            || db.UserRoles.Any(r => r.UserId == u.Id && r.RoleId == mission));
    }
}
