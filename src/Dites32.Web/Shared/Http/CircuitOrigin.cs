namespace Dites32.Web.Shared.Http;

/// <summary>
/// A circuit is opened from the portal's own pages only: a WebSocket knows no same-origin rule, so another site could
/// open one with the cookies of whoever visits it. Browsers always send an Origin with it, and with a POST.
/// </summary>
internal sealed class CircuitOrigin(RequestDelegate next, PublicAddress address)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.Path.StartsWithSegments("/_blazor") || (HttpMethods.IsGet(request.Method) && !context.WebSockets.IsWebSocketRequest)
            || IsOurs(request.Headers.Origin.ToString(), request))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>The public address, or the one that the request came to: its host is one that the portal answers to.</summary>
    private bool IsOurs(string origin, HttpRequest request) =>
        string.Equals(origin, address.Origin, StringComparison.OrdinalIgnoreCase)
        || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
