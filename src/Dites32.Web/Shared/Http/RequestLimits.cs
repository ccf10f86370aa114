using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Dites32.Web.Shared.Http;

/// <summary>
/// How many requests one network may send: <c>Limits:RequestsPerMinute</c>, twice that in a burst, 0 for no limit. Far above
/// what a hospital behind one address needs. This machine's own addresses are not counted: they are a proxy or a probe.
/// </summary>
internal static class RequestLimits
{
    private const int Usual = 1200;

    public static void AddRequestLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(limiter => limiter.OnRejected = AnswerAsync);
        services.AddOptions<RateLimiterOptions>().Configure<IConfiguration>((limiter, configuration) =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            var perMinute = configuration.GetValue("Limits:RequestsPerMinute", Usual);
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                perMinute > 0 && NetworkOf(context.Connection.RemoteIpAddress) is { } network
                    ? RateLimitPartition.GetTokenBucketLimiter(network, _ => BucketOf(perMinute))
                    : RateLimitPartition.GetNoLimiter(""));
        });
    }

    /// <summary>The address, or for IPv6 the /64 that one subscriber has; null for this machine.</summary>
    internal static string? NetworkOf(IPAddress? address)
    {
        if (address is null || IPAddress.IsLoopback(address))
        {
            return null;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return NetworkOf(address.MapToIPv4());
        }

        return address.AddressFamily is AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes(), 0, 8) : address.ToString();
    }

    private static TokenBucketRateLimiterOptions BucketOf(int perMinute) => new()
    {
        TokenLimit = 2 * perMinute,
        TokensPerPeriod = Math.Max(1, perMinute / 60),
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
    };

    private static async ValueTask AnswerAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)after.TotalSeconds) : 1;
        var response = rejected.HttpContext.Response;
        response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        response.ContentType = "text/plain; charset=utf-8";
        await response.WriteAsync(
            "Trop de demandes arrivent de votre réseau. Attendez une minute, puis rechargez la page\u00a0: rien n'est perdu.\n", cancellationToken);
    }
}
