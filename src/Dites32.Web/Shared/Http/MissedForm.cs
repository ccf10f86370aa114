using Dites32.Web.Shared.Layout;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Dites32.Web.Shared.Http;

/// <summary>
/// A form that its page no longer shows: a second click, another tab, a colleague who was faster. Blazor performs nothing
/// and answers a bare 400. Instead, the page is shown as it is now, under a word that says so.
/// </summary>
internal sealed class MissedForm(RequestDelegate next, IServiceScopeFactory scopes)
{
    private static readonly object Missed = new();

    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || context.PageTraits() is null)
        {
            await next(context);
            return;
        }

        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            await ReadAsync(context); // an error page, whatever was sent to the page that it stands for
            return;
        }

        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var answer = new MemoryStream(); // in development Blazor writes a sentence for the programmer: it must not leave
        var held = new StreamResponseBodyFeature(answer);
        context.Features.Set<IHttpResponseBodyFeature>(held);
        try
        {
            await next(context);
            await held.CompleteAsync();
        }
        finally
        {
            context.Features.Set(body);
        }

        if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest, ContentType: "text/plain" })
        {
            await ShowPageAsync(context);
        }
        else if (answer.Length > 0)
        {
            await context.Response.Body.WriteAsync(answer.GetBuffer().AsMemory(0, (int)answer.Length), context.RequestAborted);
        }
    }

    public static bool WasMissed(HttpContext context) => context.Items.ContainsKey(Missed);

    /// <summary>Renders the page again as a GET, with services of its own: those of the first rendering have served.</summary>
    private async Task ShowPageAsync(HttpContext context)
    {
        var services = context.RequestServices;
        await using var scope = scopes.CreateAsyncScope();
        context.Items[Missed] = true;
        context.Response.StatusCode = StatusCodes.Status409Conflict;
        context.Response.ContentType = null;
        context.Response.Headers.Remove("blazor-enhanced-nav"); // Blazor adds it, and fails where it is already
        context.RequestServices = scope.ServiceProvider;
        try
        {
            await ReadAsync(context);
        }
        finally
        {
            context.Items.Remove(Missed); // an error page says its own
            context.RequestServices = services;
        }
    }

    private async Task ReadAsync(HttpContext context)
    {
        var method = context.Request.Method;
        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = method;
        }
    }
}
