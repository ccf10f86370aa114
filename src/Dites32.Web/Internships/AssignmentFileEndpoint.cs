using Dites32.Core.Internships;
using Dites32.Core.Shared;
using Dites32.Web.Documents;
using Dites32.Web.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace Dites32.Web.Internships;

/// <summary>Where a coordinator sends a file of assignments.</summary>
internal static class AssignmentFileEndpoint
{
    public const string Page = "/internat/imports";
    public const string Address = Page + "/envoi";
    public const string SubmissionField = "envoi";
    public const string SemesterField = "semestre";

    public static void MapAssignmentFile(this IEndpointRouteBuilder routes) => routes.MapFile(Address, KeepAsync, (_, error, fields) => error is null
        ? $"{Page}/{IdOf(fields, SubmissionField)}"
        : QueryHelpers.AddQueryString(Page, UploadEndpoint.ErrorParameter, error.Code));

    private static async Task<Error?> KeepAsync(HttpContext context, IncomingFile file)
    {
        var content = new byte[ReceiveAssignmentFile.MaxBytes + 1]; // one more is too many
        var length = await file.Content.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, context.RequestAborted);
        var sender = context.RequestServices.GetRequiredService<Sender>();
        return (await sender.SendAsync(new ReceiveAssignmentFile(
            IdOf(file.Fields, SubmissionField), IdOf(file.Fields, SemesterField), file.Name, content[..length]))).Error;
    }

    private static Guid IdOf(IReadOnlyDictionary<string, string> fields, string field) =>
        Guid.TryParse(fields.GetValueOrDefault(field), out var id) ? id : Guid.Empty;
}
