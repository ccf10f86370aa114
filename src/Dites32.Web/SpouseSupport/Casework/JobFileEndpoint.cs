using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Web.Documents;
using Dites32.Web.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace Dites32.Web.SpouseSupport.Casework;

/// <summary>Where a caseworker sends a file of employers and posts.</summary>
internal static class JobFileEndpoint
{
    public const string Page = "/accompagnement/employeurs/importer";
    public const string Address = Page + "/envoi";
    public const string SubmissionField = "envoi";

    public static void MapJobFile(this IEndpointRouteBuilder routes) => routes.MapFile(Address, KeepAsync, (_, error, fields) => error is null
        ? $"{Page}/{SubmissionOf(fields)}"
        : QueryHelpers.AddQueryString(Page, UploadEndpoint.ErrorParameter, error.Code));

    private static async Task<Error?> KeepAsync(HttpContext context, IncomingFile file)
    {
        var content = new byte[ReceiveJobFile.MaxBytes + 1]; // one more is too many
        var length = await file.Content.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, context.RequestAborted);
        var sender = context.RequestServices.GetRequiredService<Sender>();
        return (await sender.SendAsync(new ReceiveJobFile(SubmissionOf(file.Fields), file.Name, content[..length]))).Error;
    }

    private static Guid SubmissionOf(IReadOnlyDictionary<string, string> fields) =>
        Guid.TryParse(fields.GetValueOrDefault(SubmissionField), out var id) ? id : Guid.Empty;
}
