using Dites32.Core.Documents;
using Dites32.Core.Shared;
using Dites32.Web.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Dites32.Web.Documents;

/// <summary>
/// Receives one file of a plain form (<see cref="DocumentUpload"/>) and goes back to the page, with the code of the error
/// in its address when there is one. The file is read as it comes: no form is bound.
/// </summary>
internal static class UploadEndpoint
{
    /// <summary>The name of the parameter that carries the code of an error back to the page.</summary>
    public const string ErrorParameter = "erreur";

    private const int MaxSections = 10;
    private const int MaxTokenLength = 4096;

    /// <summary>
    /// A server that stops listening to a file too large cuts the connection before its answer is read. So what will not
    /// be kept is still read, up to this size and for this long, and the sender gets a sentence.
    /// </summary>
    private const long MaxRead = 100 * 1024 * 1024;
    private static readonly TimeSpan MaxDrain = TimeSpan.FromMinutes(2);

    /// <param name="ownerOf">The draft (or other owner) that this actor may add to; null when there is none: the page then says why.</param>
    /// <param name="backTo">The address of the page with the form, on this site.</param>
    /// <param name="added">Tells whom it concerns that a file has come.</param>
    public static IEndpointConventionBuilder MapUpload(
        this IEndpointRouteBuilder routes, string pattern, Func<HttpContext, Task<Guid?>> ownerOf, Func<HttpContext, string> backTo,
        Func<HttpContext, Guid, Task>? added = null) =>
        routes.MapPost(pattern, async context =>
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            {
                limit.MaxRequestBodySize = MaxRead;
            }

            var error = await ReceiveAsync(context, ownerOf);
            await DrainAsync(context);
            if (error is null && added is not null && await ownerOf(context) is { } owner)
            {
                await added(context, owner);
            }

            GoTo(context, backTo(context), error);
        }).DisableAntiforgery(); // not by the middleware, which would read the whole form: see IsGenuineAsync

    private static async Task<Error?> ReceiveAsync(HttpContext context, Func<HttpContext, Task<Guid?>> ownerOf)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 100 } boundary)
        {
            return DocumentErrors.NoFile;
        }

        try
        {
            return await ReadAsync(context, new MultipartReader(boundary.ToString(), context.Request.Body), ownerOf);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return DocumentErrors.TooLarge;
        }
        catch (Exception cut) when (cut is IOException or InvalidDataException)
        {
            return DocumentErrors.Cut;
        }
    }

    private static async Task<Error?> ReadAsync(HttpContext context, MultipartReader reader, Func<HttpContext, Task<Guid?>> ownerOf)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<AntiforgeryOptions>>().Value;
        for (var i = 0; i < MaxSections && await reader.ReadNextSectionAsync(context.RequestAborted) is { } section; i++)
        {
            if (section.AsFileSection() is { } file)
            {
                return file.FileName.Length == 0 ? DocumentErrors.NoFile
                    : !await IsGenuineAsync(context, options) ? SharedErrors.PageTooOld
                    : await ownerOf(context) is not { } owner ? DocumentErrors.NotFound
                    : await AddAsync(context, owner, file.FileName, section.Body);
            }

            if (section.AsFormDataSection() is { } field && field.Name == options.FormFieldName)
            {
                // Where the token is looked for first: the rest of the form is then left unread.
                context.Request.Headers[options.HeaderName!] = await ReadTokenAsync(section.Body, context.RequestAborted);
            }
        }

        return DocumentErrors.NoFile;
    }

    private static async Task<Error?> AddAsync(HttpContext context, Guid owner, string fileName, Stream content)
    {
        var store = context.RequestServices.GetRequiredService<DocumentStore>();
        var actor = context.ToActor(context.RequestServices.GetRequiredService<PersonalLinks>());
        return (await store.AddAsync(actor, owner, fileName, content, context.RequestAborted)).Error;
    }

    private static async Task<bool> IsGenuineAsync(HttpContext context, AntiforgeryOptions options) =>
        context.Request.Headers.ContainsKey(options.HeaderName!)
        && await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);

    private static async Task<string> ReadTokenAsync(Stream body, CancellationToken cancellationToken)
    {
        var token = new char[MaxTokenLength];
        using var reader = new StreamReader(body, leaveOpen: true);
        return new string(token, 0, await reader.ReadBlockAsync(token, cancellationToken));
    }

    private static async Task DrainAsync(HttpContext context)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        stop.CancelAfter(MaxDrain);
        try
        {
            await context.Request.Body.CopyToAsync(Stream.Null, stop.Token);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // Larger still, too slow, or nobody left to answer.
        }
    }

    private static void GoTo(HttpContext context, string page, Error? error)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = error is null
            ? $"{page}#{DocumentList.Id}"
            : $"{QueryHelpers.AddQueryString(page, ErrorParameter, error.Code)}#{DocumentUpload.Id}";
    }
}
