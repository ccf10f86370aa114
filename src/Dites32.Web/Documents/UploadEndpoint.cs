using Dites32.Core.Documents;
using Dites32.Core.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Dites32.Web.Documents;

/// <summary>A file as it comes in, not read yet.</summary>
/// <param name="Name">On the sender's computer.</param>
/// <param name="Fields">What the form held before the file.</param>
internal sealed record IncomingFile(string Name, Stream Content, IReadOnlyDictionary<string, string> Fields);

/// <summary>
/// Receives one file of a plain form (<see cref="UploadForm"/>) and goes back to the page, with the code of the error
/// in its address when there is one. The file is read as it comes: no form is bound.
/// </summary>
internal static class UploadEndpoint
{
    /// <summary>The name of the parameter that carries the code of an error back to the page.</summary>
    public const string ErrorParameter = "erreur";

    private const int MaxSections = 10;
    private const int MaxFieldLength = 4096;

    /// <summary>
    /// A server that stops listening to a file too large cuts the connection before its answer is read. So what will not
    /// be kept is still read, up to this size and for this long, and the sender gets a sentence.
    /// </summary>
    private const long MaxRead = 100 * 1024 * 1024;
    private static readonly TimeSpan MaxDrain = TimeSpan.FromMinutes(2);

    /// <param name="keep">Reads the file of a genuine form and keeps it, for this actor.</param>
    /// <param name="backTo">The address of the page with the form, on this site, by the outcome and the fields that were read.</param>
    public static IEndpointConventionBuilder MapFile(
        this IEndpointRouteBuilder routes, string pattern, Func<HttpContext, IncomingFile, Task<Error?>> keep,
        Func<HttpContext, Error?, IReadOnlyDictionary<string, string>, string> backTo) =>
        routes.MapPost(pattern, async context =>
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            {
                limit.MaxRequestBodySize = MaxRead;
            }

            var fields = new Dictionary<string, string>();
            var error = await ReceiveAsync(context, fields, keep);
            await DrainAsync(context);
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = backTo(context, error, fields);
        }).DisableAntiforgery(); // not by the middleware, which would read the whole form: see IsGenuineAsync

    private static async Task<Error?> ReceiveAsync(
        HttpContext context, Dictionary<string, string> fields, Func<HttpContext, IncomingFile, Task<Error?>> keep)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 100 } boundary)
        {
            return DocumentErrors.NoFile;
        }

        try
        {
            return await ReadAsync(context, new MultipartReader(boundary.ToString(), context.Request.Body), fields, keep);
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

    private static async Task<Error?> ReadAsync(
        HttpContext context, MultipartReader reader, Dictionary<string, string> fields, Func<HttpContext, IncomingFile, Task<Error?>> keep)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<AntiforgeryOptions>>().Value;
        for (var i = 0; i < MaxSections && await reader.ReadNextSectionAsync(context.RequestAborted) is { } section; i++)
        {
            if (section.AsFileSection() is { } file)
            {
                return file.FileName.Length == 0 ? DocumentErrors.NoFile
                    : !await IsGenuineAsync(context, options) ? SharedErrors.PageTooOld
                    : await keep(context, new IncomingFile(file.FileName, section.Body, fields));
            }

            if (section.AsFormDataSection() is { } field)
            {
                var value = await ReadFieldAsync(section.Body, context.RequestAborted);
                if (field.Name == options.FormFieldName)
                {
                    // Where the token is looked for first: the rest of the form is then left unread.
                    context.Request.Headers[options.HeaderName!] = value;
                }
                else
                {
                    fields[field.Name] = value;
                }
            }
        }

        return DocumentErrors.NoFile;
    }

    private static async Task<bool> IsGenuineAsync(HttpContext context, AntiforgeryOptions options) =>
        context.Request.Headers.ContainsKey(options.HeaderName!)
        && await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);

    private static async Task<string> ReadFieldAsync(Stream body, CancellationToken cancellationToken)
    {
        var value = new char[MaxFieldLength];
        using var reader = new StreamReader(body, leaveOpen: true);
        return new string(value, 0, await reader.ReadBlockAsync(value, cancellationToken));
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
}
