using System.Threading.RateLimiting;

namespace Dites32.Web.Shared;

/// <summary>
/// How fast one circuit may send requests: the limit of requests by network sees the opening of a circuit, not what
/// happens in it. Far above what somebody does with a mouse or a keyboard.
/// </summary>
internal sealed class CircuitPace : IDisposable
{
    public const int PerSecond = 20;
    public const int Burst = 2 * PerSecond;

    private readonly Lazy<TokenBucketRateLimiter> bucket = new(() => new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
    {
        TokenLimit = Burst,
        TokensPerPeriod = PerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
    }));

    public bool MayGoOn()
    {
        using var lease = bucket.Value.AttemptAcquire();
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        if (bucket.IsValueCreated)
        {
            bucket.Value.Dispose();
        }
    }
}
