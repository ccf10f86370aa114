using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Core.Territory;

/// <summary>
/// Holds in memory what is made from the territory's tables. The version is compared once a minute, so that every
/// instance learns of an import made by another process; meanwhile nobody waits but the one who compares.
/// </summary>
internal sealed class VersionedCache<T>(
    IServiceScopeFactory scopes, TimeProvider clock, Func<AppDbContext, CancellationToken, Task<T>> load) : IDisposable
    where T : class
{
    private static readonly TimeSpan CheckedEvery = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim loading = new(1, 1);
    private volatile Entry? current;

    public ValueTask<T> GetAsync(CancellationToken cancellationToken) =>
        current is { } entry && IsFresh(entry) ? ValueTask.FromResult(entry.Value) : RefreshAsync(cancellationToken);

    /// <summary>The next reader reads the tables again.</summary>
    public void Refresh() => current = null;

    public void Dispose() => loading.Dispose();

    private async ValueTask<T> RefreshAsync(CancellationToken cancellationToken)
    {
        if (!await loading.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            if (current is { } old)
            {
                return old.Value; // somebody is comparing the version at this moment
            }

            await loading.WaitAsync(cancellationToken);
        }

        try
        {
            return await LoadAsync(cancellationToken);
        }
        finally
        {
            loading.Release();
        }
    }

    private async Task<T> LoadAsync(CancellationToken cancellationToken)
    {
        var known = current;
        if (known is not null && IsFresh(known))
        {
            return known.Value;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = clock.GetUtcNow();
        var version = await db.TerritoryVersions.Select(v => v.Number).SingleAsync(cancellationToken);
        var value = known is not null && known.Version == version ? known.Value : await load(db, cancellationToken);
        current = new Entry(value, version, now);
        return value;
    }

    private bool IsFresh(Entry entry) => clock.GetUtcNow() - entry.CheckedAt < CheckedEvery;

    private sealed record Entry(T Value, long Version, DateTimeOffset CheckedAt);
}
