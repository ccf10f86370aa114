using Dites32.Core.Shared;

namespace Dites32.Tests.Shared;

public sealed class ShortMemoryTests
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(2);

    private readonly Ticks clock = new();
    private readonly ShortMemory<string, int> memory;
    private int reads;

    public ShortMemoryTests() => memory = new ShortMemory<string, int>(clock, Kept, most: 2);

    [Fact]
    public async Task What_was_read_is_held_until_its_time_is_over()
    {
        Assert.Equal((1, 1), (await GetAsync(), await GetAsync()));

        clock.Advance(Kept);

        Assert.Equal(2, await GetAsync());
    }

    [Fact]
    public async Task After_a_change_nothing_held_before_is_shown()
    {
        await GetAsync(version: 1);

        Assert.Equal(2, await GetAsync(version: 2));
    }

    [Fact]
    public async Task Many_requests_at_once_read_once()
    {
        var answer = new TaskCompletionSource();

        var all = Enumerable.Range(0, 20).Select(_ => GetAsync(until: answer.Task)).ToArray();
        answer.SetResult();

        Assert.All(await Task.WhenAll(all), value => Assert.Equal(1, value));
        Assert.Equal(1, reads);
    }

    [Fact]
    public async Task While_one_request_reads_again_the_others_go_on_with_what_is_held()
    {
        await GetAsync();
        clock.Advance(Kept);
        var answer = new TaskCompletionSource();
        var first = GetAsync(until: answer.Task);

        Assert.Equal(1, await GetAsync(until: Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken)));
        answer.SetResult();

        Assert.Equal(2, await first);
    }

    [Fact]
    public async Task While_one_request_reads_again_a_changed_version_waits_for_its_turn()
    {
        await GetAsync(version: 1);
        clock.Advance(Kept);
        var answer = new TaskCompletionSource();
        var first = GetAsync(version: 1, answer.Task);
        var second = GetAsync(version: 2);

        Assert.False(second.IsCompleted);
        answer.SetResult();

        Assert.Equal((2, 3), (await first, await second));
    }

    [Fact]
    public async Task A_failed_reading_is_tried_again_by_the_next_request()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => memory.GetAsync("a", 1, _ => throw new TimeoutException(), default).AsTask());

        Assert.Equal(1, await GetAsync());
    }

    [Fact]
    public async Task No_more_than_the_most_are_held()
    {
        foreach (var key in new[] { "a", "b", "c", "a" })
        {
            await memory.GetAsync(key, 1, _ => Task.FromResult(++reads), default);
        }

        Assert.Equal(4, reads);
    }

    [Fact]
    public async Task Kept_for_no_time_each_request_reads()
    {
        var none = new ShortMemory<string, int>(clock, TimeSpan.Zero, most: 2);

        Assert.Equal((1, 2), (await ReadAsync(), await ReadAsync()));

        ValueTask<int> ReadAsync() => none.GetAsync("a", 1, _ => Task.FromResult(++reads), default);
    }

    private Task<int> GetAsync(int version = 1, Task? until = null) => memory.GetAsync("a", version, async _ =>
    {
        await (until ?? Task.CompletedTask);
        return Interlocked.Increment(ref reads);
    }, TestContext.Current.CancellationToken).AsTask();

    private sealed class Ticks : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now;

        public void Advance(TimeSpan time) => now += time.Ticks;
    }
}
