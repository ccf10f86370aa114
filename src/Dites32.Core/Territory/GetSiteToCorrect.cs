using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Territory;

/// <summary>A site as it is written now, with the centres it may depend on. Errors: site-not-found.</summary>
[AllowRoles(Role.Administrator, Role.Dites32Recruiter, Role.TerritoryManager)]
public sealed record GetSiteToCorrect(Guid SiteId) : IQuery<Result<SiteToCorrect>>;

/// <param name="Commune">As <see cref="CorrectSite"/> reads it.</param>
/// <param name="Centres">The health centres of its organisation, by name.</param>
public sealed record SiteToCorrect(
    Guid Id, uint Version, StructureKind Kind, string Name, string Commune, string? Address, Guid? ParentId, IReadOnlyList<SiteChoice> Centres);

internal sealed class GetSiteToCorrectHandler(AppDbContext db, CatalogueCache catalogues)
    : IRequestHandler<GetSiteToCorrect, Result<SiteToCorrect>>
{
    public async Task<Result<SiteToCorrect>> Handle(GetSiteToCorrect query, CancellationToken cancellationToken)
    {
        var found = await db.Sites.Where(s => s.Id == query.SiteId)
            .Select(s => new { Site = s, Version = EF.Property<uint>(s, "xmin") }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return TerritoryErrors.SiteNotFound;
        }

        var site = found.Site;
        var commune = (await catalogues.GetAsync(cancellationToken)).Communes[site.InseeCode];
        return new SiteToCorrect(
            site.Id, found.Version, site.Kind, site.Name, commune.Label, site.Address, site.ParentId,
            await db.Sites.Where(s => s.OrganisationId == site.OrganisationId && s.Kind == StructureKind.HealthCentre && s.Id != site.Id)
                .OrderBy(s => s.Name).ThenBy(s => s.Id).Select(s => new SiteChoice(s.Id, s.Name)).ToListAsync(cancellationToken));
    }
}
