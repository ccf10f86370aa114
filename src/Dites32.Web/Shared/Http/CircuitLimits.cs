using System.Collections.Concurrent;
using System.Security.Claims;

namespace Dites32.Web.Shared.Http;

/// <summary>
/// A circuit holds memory for as long as its page is open: <c>Limits:CircuitsPerAccount</c> and
/// <c>Limits:CircuitsPerNetwork</c> at once, on this instance; 0 for no limit. Nobody who is not signed in has a page that
/// needs one.
/// </summary>
internal sealed class CircuitLimits(RequestDelegate next, IConfiguration configuration)
{
    private readonly int perAccount = configuration.GetValue("Limits:CircuitsPerAccount", 8);
    private readonly int perNetwork = configuration.GetValue("Limits:CircuitsPerNetwork", 100);
    private readonly ConcurrentDictionary<string, int> open = new();

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest || !context.Request.Path.StartsWithSegments("/_blazor"))
        {
            await next(context);
            return;
        }

        if (context.User.FindFirstValue(ClaimTypes.NameIdentifier) is not { } account)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        List<string> taken = [];
        try
        {
            var fits = Take($"account {account}", perAccount, taken)
                && (VisitorNetwork.Of(context.Connection.RemoteIpAddress) is not { } network || Take($"network {network}", perNetwork, taken));
            if (fits)
            {
                await next(context); // as long as the circuit is connected
            }
            else
            {
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            }
        }
        finally
        {
            taken.ForEach(GiveBack);
        }
    }

    private bool Take(string who, int most, List<string> taken)
    {
        taken.Add(who);
        return open.AddOrUpdate(who, 1, (_, count) => count + 1) <= most || most <= 0;
    }

    private void GiveBack(string who)
    {
        if (open.AddOrUpdate(who, 0, (_, count) => count - 1) <= 0)
        {
            open.TryRemove(KeyValuePair.Create(who, 0));
        }
    }
}
