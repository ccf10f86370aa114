using Dites32.Core.Audit;
using Dites32.Core.Shared;
using Dites32.Web.Shared;
using Microsoft.Net.Http.Headers;

namespace Dites32.Web.Audit;

/// <summary>Where a search of the trail is downloaded.</summary>
internal static class TraceFileEndpoint
{
    public static void MapTraceFile(this IEndpointRouteBuilder routes) => routes.MapGet(JournalAddress.File, SendAsync);

    private static async Task SendAsync(HttpContext context)
    {
        var (services, search) = (context.RequestServices, JournalAddress.Read(context.Request.Query));
        var answer = await services.GetRequiredService<IDispatcher>()
            .SendAsync(context.ToActor(services.GetRequiredService<PersonalLinks>()), new ExportAudit(search), context.RequestAborted);
        if (answer.Error is { } error)
        {
            Refuse(context, error, search);
            return;
        }

        var (headers, file) = (context.Response.Headers, TraceFile.Of(answer.Value));
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(TraceFile.NameOf(answer.Value));
        headers.ContentDisposition = disposition.ToString();
        headers.CacheControl = "private, no-store";
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.ContentLength = file.Length;
        await context.Response.Body.WriteAsync(file, context.RequestAborted);
    }

    private static void Refuse(HttpContext context, Error error, AuditSearch search)
    {
        if (error.Code == SharedErrors.ProofNeeded.Code)
        {
            context.Response.Redirect("/confirmer?retour=" + Uri.EscapeDataString(JournalAddress.Of(JournalAddress.Page, search, ("fait", "preuve"))));
        }
        else if (error.Kind == ErrorKind.Invalid)
        {
            context.Response.Redirect(JournalAddress.Of(JournalAddress.Page, search)); // the page says what is wrong
        }
        else if (context.User.Identity?.IsAuthenticated == true)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else
        {
            context.Response.Redirect("/connexion?retour=" + Uri.EscapeDataString(JournalAddress.Of(JournalAddress.Page, search)));
        }
    }
}
