namespace Dites32.Core.Notifications;

/// <summary>Wakes the worker of this process when a mail has been written in the context.</summary>
internal sealed class OutboxSignal<TContext> : IDisposable
{
    private readonly SemaphoreSlim written = new(0);

    public void Wake()
    {
        if (written.CurrentCount == 0)
        {
            written.Release();
        }
    }

    /// <summary>Returns when woken, or after <paramref name="longest"/>.</summary>
    public Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken) => written.WaitAsync(longest, cancellationToken);

    public void Dispose() => written.Dispose();
}
