using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Territory;

/// <summary>A site with its members. Errors: site-not-found.</summary>
[AllowRoles(Role.Administrator, Role.Dites32Recruiter, Role.TerritoryManager)]
public sealed record ViewSite(Guid SiteId) : IQuery<Result<SiteFile>>;

/// <param name="ParentName">For a branch, the centre it depends on, once known.</param>
/// <param name="Moves">The statuses that the site may take now.</param>
/// <param name="MayChangeMembers">The reader gives and takes the rights to recruit for the site.</param>
public sealed record SiteFile(
    Guid Id, string Name, StructureKind Kind, string OrganisationName, string? ParentName, string CommuneName, string? Address,
    SiteStatus Status, IReadOnlyList<SiteStatus> Moves, DateTimeOffset? TrustedSince, IReadOnlyList<SiteMember> Members,
    bool MayChangeMembers);

public sealed record SiteMember(Guid AccountId, string DisplayName, string? Email, DateTimeOffset Since);

internal sealed class ViewSiteHandler(AppDbContext db, Actor actor) : IRequestHandler<ViewSite, Result<SiteFile>>
{
    public async Task<Result<SiteFile>> Handle(ViewSite request, CancellationToken cancellationToken)
    {
        var members = await (from member in db.SiteMemberships
                             where member.SiteId == request.SiteId
                             join account in db.Users on member.AccountId equals account.Id
                             orderby account.DisplayName, account.Id
                             select new SiteMember(account.Id, account.DisplayName, account.Email, member.Since))
            .ToListAsync(cancellationToken);
        var file = await (from site in db.Sites
                          where site.Id == request.SiteId
                          select new SiteFile(
                              site.Id, site.Name, site.Kind,
                              db.Organisations.Single(o => o.Id == site.OrganisationId).Name,
                              db.Sites.Where(p => p.Id == site.ParentId).Select(p => p.Name).SingleOrDefault(),
                              db.Communes.Single(c => c.InseeCode == site.InseeCode).Name, site.Address,
                              site.Status, Site.MovesFrom(site.Status), site.TrustedSince, members,
                              actor.Is(Role.Administrator) || actor.Is(Role.Dites32Recruiter)))
            .SingleOrDefaultAsync(cancellationToken);
        return file is null ? TerritoryErrors.SiteNotFound : file;
    }
}
