using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Territory;

/// <summary>The sites that the actor may recruit for, by name: their memberships, or all sites for the mission and the administrators.</summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record ListMySites : IQuery<Result<IReadOnlyList<MySite>>>;

public sealed record MySite(
    Guid Id, string Name, StructureKind Kind, string InseeCode, string CommuneName, SiteStatus Status, string OrganisationName, bool IsPublicEmployer);

internal sealed class ListMySitesHandler(AppDbContext db, Actor actor) : IRequestHandler<ListMySites, Result<IReadOnlyList<MySite>>>
{
    public async Task<Result<IReadOnlyList<MySite>>> Handle(ListMySites request, CancellationToken cancellationToken) =>
        await (from site in db.Sites.ManageableBy(db, actor)
               join organisation in db.Organisations on site.OrganisationId equals organisation.Id
               join commune in db.Communes on site.InseeCode equals commune.InseeCode
               orderby site.Name, site.Id
               select new MySite(
                   site.Id, site.Name, site.Kind, site.InseeCode, commune.Name, site.Status, organisation.Name, organisation.IsPublicEmployer))
            .ToListAsync(cancellationToken);
}
