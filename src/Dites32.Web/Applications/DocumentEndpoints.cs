using Dites32.Core.Applications;
using Dites32.Core.Shared;
using Dites32.Web.Documents;
using Dites32.Web.Shared;
using MediatR;

namespace Dites32.Web.Applications;

/// <summary>Where the documents of a draft and of a sent application come in and go out, for the person who sends them; a recruiter only reads.</summary>
internal static class DocumentEndpoints
{
    public static void MapApplicationDocuments(this IEndpointRouteBuilder routes)
    {
        routes.MapUpload("/candidater/{ownerId:guid}/documents", AddableAsync, context => $"/candidater/{OwnerOf(context)}/envoi");
        routes.MapUpload("/suivi/candidature/{ownerId:guid}/documents", AddableAsync, context => $"/suivi/candidature/{OwnerOf(context)}",
            (context, owner) => AskAsync(context, new TellDocumentAdded(owner)));
        routes.MapDownload("/candidater/{ownerId:guid}/documents/{documentId:guid}", ReaderAsync);
        routes.MapDownload("/suivi/candidature/{ownerId:guid}/documents/{documentId:guid}", ReaderAsync);
        routes.MapDownload("/recruteur/candidatures/{ownerId:guid}/documents/{documentId:guid}", RecruiterAsync);
    }

    private static async Task<Guid?> AddableAsync(HttpContext context) =>
        await AskAsync(context, new MayAddDocument(OwnerOf(context))) is { Error: null, Value: true } ? OwnerOf(context) : null;

    private static async Task<DocumentReader?> ReaderAsync(HttpContext context) =>
        await AskAsync(context, new MayOpenDocuments(OwnerOf(context))) is { Error: null, Value: true } ? new DocumentReader(OwnerOf(context), IsOwner: true) : null;

    private static async Task<DocumentReader?> RecruiterAsync(HttpContext context) =>
        await AskAsync(context, new MayReadCard(OwnerOf(context))) is { Error: null, Value: true } ? new DocumentReader(OwnerOf(context), IsOwner: false) : null;

    private static Guid OwnerOf(HttpContext context) => Guid.Parse((string)context.Request.RouteValues["ownerId"]!);

    private static Task<TResponse> AskAsync<TResponse>(HttpContext context, IRequest<TResponse> request) =>
        context.RequestServices.GetRequiredService<IDispatcher>().SendAsync(
            context.ToActor(context.RequestServices.GetRequiredService<PersonalLinks>()), request, CancellationToken.None);
}
