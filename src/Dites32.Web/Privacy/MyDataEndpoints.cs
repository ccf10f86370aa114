using Dites32.Core.Privacy;
using Dites32.Core.Shared;
using Dites32.Web.Shared;
using MediatR;
using Microsoft.Net.Http.Headers;

namespace Dites32.Web.Privacy;

/// <summary>Where a person downloads everything about them.</summary>
internal static class MyDataEndpoints
{
    public const string ArchiveAddress = "/mes-donnees/archive";

    public static string ArchiveAddressOf(Guid applicationId) => $"/suivi/candidature/{applicationId}/mes-donnees/archive";

    public static void MapMyData(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(ArchiveAddress, context => SendAsync(context, new ExportMyData(), "/mes-donnees"));
        routes.MapGet("/suivi/candidature/{applicationId:guid}/mes-donnees/archive", context =>
        {
            var id = Guid.Parse((string)context.Request.RouteValues["applicationId"]!);
            return SendAsync(context, new ExportApplicationData(id), $"/suivi/candidature/{id}/mes-donnees");
        });
    }

    private static async Task SendAsync(HttpContext context, IRequest<Result<PersonalArchive>> request, string page)
    {
        var services = context.RequestServices;
        var answer = await services.GetRequiredService<IDispatcher>()
            .SendAsync(context.ToActor(services.GetRequiredService<PersonalLinks>()), request, context.RequestAborted);
        if (answer.Error is { } error)
        {
            Refuse(context, error, page);
            return;
        }

        await WriteAsync(context, answer.Value);
    }

    public static async Task WriteAsync(HttpContext context, PersonalArchive archive)
    {
        await using var file = await archive.OpenAsync(context.RequestAborted);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(archive.FileName);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.ContentType = "application/zip";
        context.Response.ContentLength = file.Length;
        await file.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static void Refuse(HttpContext context, Error error, string page)
    {
        if (error.Code == SharedErrors.ProofNeeded.Code)
        {
            context.Response.Redirect("/confirmer?retour=" + Uri.EscapeDataString($"{page}?fait=preuve"));
        }
        else if (error.Kind == ErrorKind.Forbidden && page == "/mes-donnees")
        {
            context.Response.Redirect("/connexion?retour=/mes-donnees");
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
