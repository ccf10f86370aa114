using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Core.Territory;

/// <summary>The ground of the map of the Gers, from memory: outlines if some were imported, and a few towns to find one's way.</summary>
[AllowEveryone]
public sealed record GetTerritoryMap : IQuery<Result<TerritoryGround>>;

/// <param name="CommunePaths">SVG path data on the grid of <see cref="MapProjection"/>; empty until an import.</param>
/// <param name="EpciPaths">Likewise; the outline of the département stands here when it alone was imported.</param>
/// <param name="Source">Who to name under the map; null without outlines.</param>
/// <param name="Towns">The largest towns that stand clear of each other, largest first.</param>
public sealed record TerritoryGround(
    IReadOnlyList<string> CommunePaths, IReadOnlyList<string> EpciPaths, string? Source, IReadOnlyList<CommuneInfo> Towns);

internal sealed class TerritoryMapCache(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    private const int MostTowns = 9;
    private const double ClearOfEachOtherInKilometres = 16;

    private readonly VersionedCache<TerritoryGround> cache = new(scopes, clock, LoadAsync);

    public ValueTask<TerritoryGround> GetAsync(CancellationToken cancellationToken) => cache.GetAsync(cancellationToken);

    public void Dispose() => cache.Dispose();

    private static async Task<TerritoryGround> LoadAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var outlines = await db.TerritoryOutlines.OrderBy(o => o.Code)
            .Select(o => new { o.Kind, o.Path, o.Source }).ToListAsync(cancellationToken);
        var large = outlines.Any(o => o.Kind == OutlineKind.Epci) ? OutlineKind.Epci : OutlineKind.Department;
        var sources = outlines.Select(o => o.Source).Distinct().Order(StringComparer.Ordinal).ToList();

        var towns = new List<CommuneInfo>();
        var largest = await db.Communes.Where(c => c.Latitude != null)
            .OrderByDescending(c => c.Population).ThenBy(c => c.InseeCode).Take(30)
            .Select(c => new CommuneInfo(c.InseeCode, c.Name, c.PostalCodes, c.Population, c.EpciCode, c.Latitude, c.Longitude))
            .ToListAsync(cancellationToken);
        foreach (var town in largest)
        {
            if (towns.Count < MostTowns && towns.All(t => Catalogue.Distance(t, town) > ClearOfEachOtherInKilometres))
            {
                towns.Add(town);
            }
        }

        return new TerritoryGround(
            [.. outlines.Where(o => o.Kind == OutlineKind.Commune).Select(o => o.Path)],
            [.. outlines.Where(o => o.Kind == large).Select(o => o.Path)],
            sources.Count > 0 ? string.Join("\u00a0; ", sources) : null,
            towns);
    }
}

internal sealed class GetTerritoryMapHandler(TerritoryMapCache map) : IRequestHandler<GetTerritoryMap, Result<TerritoryGround>>
{
    public async Task<Result<TerritoryGround>> Handle(GetTerritoryMap request, CancellationToken cancellationToken) =>
        await map.GetAsync(cancellationToken);
}
