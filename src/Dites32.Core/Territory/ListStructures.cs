using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Territory;

/// <summary>The organisations by name, a page at a time, each with its sites.</summary>
[AllowRoles(Role.Administrator, Role.Dites32Recruiter, Role.TerritoryManager)]
public sealed record ListStructures(int PageNumber) : IQuery<Result<Page<StructureSummary>>>
{
    public const int PageSize = 20;
}

public sealed record StructureSummary(
    Guid Id, string Name, OrganisationKind Kind, bool IsPublicEmployer, string? Siret, IReadOnlyList<StructureSite> Sites);

public sealed record StructureSite(Guid Id, string Name, StructureKind Kind, string CommuneName, SiteStatus Status, int Members);

internal sealed class ListStructuresHandler(AppDbContext db) : IRequestHandler<ListStructures, Result<Page<StructureSummary>>>
{
    public async Task<Result<Page<StructureSummary>>> Handle(ListStructures request, CancellationToken cancellationToken)
    {
        var total = await db.Organisations.CountAsync(cancellationToken);
        var last = Math.Max(1, (total + ListStructures.PageSize - 1) / ListStructures.PageSize);
        var number = Math.Clamp(request.PageNumber, 1, last);
        var organisations = await db.Organisations
            .OrderBy(o => o.Name).ThenBy(o => o.Id)
            .Skip((number - 1) * ListStructures.PageSize).Take(ListStructures.PageSize)
            .Select(o => new StructureSummary(
                o.Id, o.Name, o.Kind, o.IsPublicEmployer, o.Siret,
                db.Sites.Where(s => s.OrganisationId == o.Id)
                    .OrderBy(s => s.Name).ThenBy(s => s.Id)
                    .Select(s => new StructureSite(
                        s.Id, s.Name, s.Kind, db.Communes.Single(c => c.InseeCode == s.InseeCode).Name, s.Status,
                        db.SiteMemberships.Count(m => m.SiteId == s.Id)))
                    .ToList()))
            .ToListAsync(cancellationToken);
        return new Page<StructureSummary>(organisations, number, ListStructures.PageSize, total);
    }
}
