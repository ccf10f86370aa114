using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Web.Documents;
using Dites32.Web.Shared;
using MediatR;

namespace Dites32.Web.SpouseSupport;

/// <summary>Where the documents of a partner come in and go out: from their space, and from their file in the workspace.</summary>
internal static class SpouseDocumentEndpoints
{
    public const string Mine = SpouseCookie.Root + "/mon-espace/documents";

    public static string Of(Guid caseId) => $"/accompagnement/{caseId}/documents";

    public static void MapSpouseDocuments(this IEndpointRouteBuilder routes)
    {
        routes.MapUpload<SpouseDocumentStore>(Mine, context => AddableAsync(context, new ListMySpouseDocuments()), _ => SpouseCookie.Root + "/mon-espace");
        routes.MapDownload<SpouseDocumentStore>(Mine + "/{documentId:guid}", context => ReaderAsync(context, new ListMySpouseDocuments(), isOwner: true));
        routes.MapUpload<SpouseDocumentStore>("/accompagnement/{caseId:guid}/documents",
            context => AddableAsync(context, new ListSpouseDocuments(CaseOf(context))), context => $"/accompagnement/{CaseOf(context)}");
        routes.MapDownload<SpouseDocumentStore>("/accompagnement/{caseId:guid}/documents/{documentId:guid}",
            context => ReaderAsync(context, new ListSpouseDocuments(CaseOf(context)), isOwner: false));
    }

    private static async Task<Guid?> AddableAsync(HttpContext context, IRequest<Result<SpouseDocuments>> request) =>
        await AskAsync(context, request) is { Error: null, Value: { MayAdd: true, CaseId: var id } } ? id : null;

    private static async Task<DocumentReader?> ReaderAsync(HttpContext context, IRequest<Result<SpouseDocuments>> request, bool isOwner) =>
        await AskAsync(context, request) is { Error: null, Value.CaseId: var id } ? new DocumentReader(id, isOwner) : null;

    private static Guid CaseOf(HttpContext context) => Guid.Parse((string)context.Request.RouteValues["caseId"]!);

    private static Task<Result<SpouseDocuments>> AskAsync(HttpContext context, IRequest<Result<SpouseDocuments>> request) =>
        context.RequestServices.GetRequiredService<IDispatcher>().SendAsync(context.WhoAsks(), request, CancellationToken.None);
}
