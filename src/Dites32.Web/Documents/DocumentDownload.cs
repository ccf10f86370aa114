using Dites32.Core.Documents;
using Dites32.Core.Shared;
using Dites32.Web.Shared;
using Microsoft.Net.Http.Headers;

namespace Dites32.Web.Documents;

/// <summary>Who asks for a document: of which draft or application, which they may see, and whether it is theirs.</summary>
internal sealed record DocumentReader(Guid OwnerId, bool IsOwner);

/// <summary>Sends a document as a file to keep: a browser never shows it inside the portal.</summary>
internal static class DocumentDownload
{
    /// <summary>Out of the portal's store.</summary>
    public static IEndpointConventionBuilder MapDownload(
        this IEndpointRouteBuilder routes, string pattern, Func<HttpContext, Task<DocumentReader?>> readerOf) =>
        routes.MapDownload<DocumentStore>(pattern, readerOf);

    /// <param name="pattern">Holds <c>{documentId:guid}</c>.</param>
    /// <param name="readerOf">Checks that the actor may see the owner; null answers 404.</param>
    public static IEndpointConventionBuilder MapDownload<TStore>(
        this IEndpointRouteBuilder routes, string pattern, Func<HttpContext, Task<DocumentReader?>> readerOf)
        where TStore : DocumentStore =>
        routes.MapGet(pattern, async context =>
        {
            var isKnown = Guid.TryParse(context.Request.RouteValues["documentId"]?.ToString(), out var documentId);
            if (!isKnown || await readerOf(context) is not { } reader || await SendAsync<TStore>(context, reader, documentId) is not null)
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
            }
        });

    /// <summary>Answers the error, with nothing written, when the document may not be opened.</summary>
    private static async Task<Error?> SendAsync<TStore>(HttpContext context, DocumentReader reader, Guid documentId)
        where TStore : DocumentStore
    {
        var store = context.RequestServices.GetRequiredService<TStore>();
        var isDevelopment = context.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment();
        var opened = await store.OpenAsync(context.WhoAsks(), reader.OwnerId, documentId, reader.IsOwner, isDevelopment, context.RequestAborted);
        if (opened.Error is not null)
        {
            return opened.Error;
        }

        var document = opened.Value.Summary;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(document.FileName);
        var headers = context.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "private, no-store";
        context.Response.ContentType = document.Kind.MediaType();
        context.Response.ContentLength = document.SizeBytes;
        await foreach (var chunk in opened.Value.Chunks)
        {
            await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
        }

        return null;
    }
}
