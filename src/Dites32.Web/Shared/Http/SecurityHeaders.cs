namespace Dites32.Web.Shared.Http;

/// <summary>
/// What a browser is told of every answer, errors and files included. An end point may be stricter, such as that of the
/// documents; none is laxer.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next, PublicAddress address)
{
    // Scripts, styles and pictures come from this server only, and none stands in the page itself: no nonce is needed.
    // A workspace page also talks to its circuit. « base-uri » cannot be « none »: Blazor needs a base.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    private const string TwoYears = "max-age=63072000; includeSubDomains";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (address.IsSecure)
        {
            headers.StrictTransportSecurity = TwoYears;
        }

        if (context.Request.Headers.Cookie.Count > 0)
        {
            context.Response.OnStarting(KeepPrivate, context);
        }

        return next(context);
    }

    /// <summary>What was shown to somebody known is kept neither by a proxy nor by a shared computer's browser.</summary>
    private static Task KeepPrivate(object state)
    {
        var headers = ((HttpContext)state).Response.Headers;
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }
}
