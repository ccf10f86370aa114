using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Dites32.Core.Data;

/// <summary>How often this process has changed the rows of an entity: what is held in memory of them is then out of date.</summary>
internal sealed class RowChanges
{
    private readonly ConcurrentDictionary<Type, int> versions = new();

    public int VersionOf<T>() => versions.GetValueOrDefault(typeof(T));

    /// <summary>The entities that are about to be saved.</summary>
    public static IReadOnlyCollection<Type> In(ChangeTracker tracker) =>
        [.. tracker.Entries().Where(e => e.State is not EntityState.Unchanged).Select(e => e.Metadata.ClrType).Distinct()];

    public void Note(IReadOnlyCollection<Type> saved)
    {
        foreach (var type in saved)
        {
            versions.AddOrUpdate(type, 1, (_, version) => version + 1);
        }
    }
}
