using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Core.Territory;

/// <summary>The <see cref="Catalogue"/> in memory, one per process.</summary>
internal sealed class CatalogueCache(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    private readonly VersionedCache<Catalogue> cache = new(scopes, clock, LoadAsync);

    public ValueTask<Catalogue> GetAsync(CancellationToken cancellationToken) => cache.GetAsync(cancellationToken);

    /// <summary>After an import in this process; the others learn of it within a minute.</summary>
    public void Refresh() => cache.Refresh();

    public void Dispose() => cache.Dispose();

    private static async Task<Catalogue> LoadAsync(AppDbContext db, CancellationToken cancellationToken) => new(
        await db.Communes
            .Select(c => new CommuneInfo(c.InseeCode, c.Name, c.PostalCodes, c.Population, c.EpciCode, c.Latitude, c.Longitude))
            .ToListAsync(cancellationToken),
        await db.Epcis.Select(e => new EpciInfo(e.Code, e.Name)).ToListAsync(cancellationToken),
        await db.Specialties.Select(s => new SpecialtyInfo(s.Code, s.Label)).ToListAsync(cancellationToken));
}
