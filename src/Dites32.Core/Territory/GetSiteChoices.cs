using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Territory;

/// <summary>What the form for a new site offers to choose from, by name.</summary>
[AllowRoles(Role.Administrator, Role.Dites32Recruiter, Role.TerritoryManager)]
public sealed record GetSiteChoices : IQuery<Result<SiteChoices>>;

/// <param name="Centres">The health centres that a branch may depend on.</param>
public sealed record SiteChoices(IReadOnlyList<SiteChoice> Organisations, IReadOnlyList<SiteChoice> Centres);

public sealed record SiteChoice(Guid Id, string Name);

internal sealed class GetSiteChoicesHandler(AppDbContext db) : IRequestHandler<GetSiteChoices, Result<SiteChoices>>
{
    public async Task<Result<SiteChoices>> Handle(GetSiteChoices request, CancellationToken cancellationToken) => new SiteChoices(
        await db.Organisations.OrderBy(o => o.Name).ThenBy(o => o.Id)
            .Select(o => new SiteChoice(o.Id, o.Name)).ToListAsync(cancellationToken),
        await db.Sites.Where(s => s.Kind == StructureKind.HealthCentre).OrderBy(s => s.Name).ThenBy(s => s.Id)
            .Select(s => new SiteChoice(s.Id, s.Name)).ToListAsync(cancellationToken));
}
