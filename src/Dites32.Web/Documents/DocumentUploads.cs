using Dites32.Core.Documents;
using Dites32.Core.Shared;
using Dites32.Web.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace Dites32.Web.Documents;

/// <summary>Receives the documents that <see cref="DocumentUpload"/> sends.</summary>
internal static class DocumentUploads
{
    /// <summary>Into the portal's store.</summary>
    public static IEndpointConventionBuilder MapUpload(
        this IEndpointRouteBuilder routes, string pattern, Func<HttpContext, Task<Guid?>> ownerOf, Func<HttpContext, string> backTo,
        Func<HttpContext, Guid, Task>? added = null) => routes.MapUpload<DocumentStore>(pattern, ownerOf, backTo, added);

    /// <param name="ownerOf">The draft (or other owner) that this actor may add to; null when there is none: the page then says why.</param>
    /// <param name="backTo">The address of the page with the form, on this site.</param>
    /// <param name="added">Tells whom it concerns that a file has come.</param>
    public static IEndpointConventionBuilder MapUpload<TStore>(
        this IEndpointRouteBuilder routes, string pattern, Func<HttpContext, Task<Guid?>> ownerOf, Func<HttpContext, string> backTo,
        Func<HttpContext, Guid, Task>? added = null)
        where TStore : DocumentStore =>
        routes.MapFile(pattern, (context, file) => AddAsync<TStore>(context, file, ownerOf, added), (context, error, _) => error is null
            ? $"{backTo(context)}#{DocumentList.Id}"
            : $"{QueryHelpers.AddQueryString(backTo(context), UploadEndpoint.ErrorParameter, error.Code)}#{DocumentUpload.Id}");

    private static async Task<Error?> AddAsync<TStore>(
        HttpContext context, IncomingFile file, Func<HttpContext, Task<Guid?>> ownerOf, Func<HttpContext, Guid, Task>? added)
        where TStore : DocumentStore
    {
        if (await ownerOf(context) is not { } owner)
        {
            return DocumentErrors.NotFound;
        }

        var store = context.RequestServices.GetRequiredService<TStore>();
        var error = (await store.AddAsync(context.WhoAsks(), owner, file.Name, file.Content, context.RequestAborted)).Error;
        if (error is null && added is not null)
        {
            await added(context, owner);
        }

        return error;
    }
}
