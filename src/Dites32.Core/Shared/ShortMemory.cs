using System.Collections.Concurrent;

namespace Dites32.Core.Shared;

/// <summary>
/// Holds what hot pages read for some seconds. When the time is over, one request reads again and the others go on with
/// what is held; when the version has changed, what is held is never shown again. One request at a time reads for a key.
/// </summary>
/// <param name="kept">Zero holds nothing.</param>
internal sealed class ShortMemory<TKey, TValue>(TimeProvider clock, TimeSpan kept, int most)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Slot> slots = new();

    /// <param name="version">Of the rows that the value is made from, taken before they are read.</param>
    public async ValueTask<TValue> GetAsync(
        TKey key, int version, Func<CancellationToken, Task<TValue>> read, CancellationToken cancellationToken)
    {
        if (kept <= TimeSpan.Zero)
        {
            return await read(cancellationToken);
        }

        var slot = SlotOf(key);
        if (slot.Held is { } held && held.Version == version)
        {
            if (IsFresh(held))
            {
                return held.Value;
            }

            if (!await slot.Turn.WaitAsync(TimeSpan.Zero, cancellationToken))
            {
                return held.Value; // another request is reading it at this moment
            }
        }
        else
        {
            await slot.Turn.WaitAsync(cancellationToken);
        }

        try
        {
            if (slot.Held is { } fresh && fresh.Version == version && IsFresh(fresh))
            {
                return fresh.Value; // read while this request waited for its turn
            }

            var value = await read(cancellationToken);
            slot.Held = new Entry(value, version, clock.GetTimestamp());
            return value;
        }
        finally
        {
            slot.Turn.Release();
        }
    }

    private bool IsFresh(Entry entry) => clock.GetElapsedTime(entry.At) < kept;

    private Slot SlotOf(TKey key)
    {
        if (slots.TryGetValue(key, out var slot))
        {
            return slot;
        }

        if (slots.Count >= most)
        {
            slots.Clear();
        }

        return slots.GetOrAdd(key, _ => new Slot());
    }

    private sealed class Slot
    {
        private volatile Entry? held;

        /// <summary>Never disposed: without its wait handle there is nothing in it to free.</summary>
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public Entry? Held
        {
            get => held;
            set => held = value;
        }
    }

    private sealed record Entry(TValue Value, int Version, long At);
}
