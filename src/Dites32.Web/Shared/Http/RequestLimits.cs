using System.Globalization;
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
                perMinute > 0 && VisitorNetwork.Of(context.Connection.RemoteIpAddress) is { } network
                    ? RateLimitPartition.GetTokenBucketLimiter(network, _ => BucketOf(perMinute))
                    : RateLimitPartition.GetNoLimiter(""));
        });
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
