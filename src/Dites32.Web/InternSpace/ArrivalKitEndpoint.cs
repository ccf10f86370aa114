using Dites32.Core.Internships.Housing;
using Dites32.Core.Shared;
using Dites32.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Dites32.Web.InternSpace;

/// <summary>The arrival kit as one file, for a telephone without network.</summary>
internal static class ArrivalKitEndpoint
{
    public const string Address = "/mon-internat/arrivee/hors-connexion";

    public static void MapArrivalKit(this IEndpointRouteBuilder routes) => routes.MapGet(Address, SendAsync)
        .RequireAuthorization(new AuthorizeAttribute { Roles = nameof(Role.Candidate) });

    private static async Task<IResult> SendAsync(HttpContext context, Sender sender, ILoggerFactory loggers, Guid? semestre)
    {
        if (await sender.SendAsync(new GetMyArrivalKit(semestre)) is not { Error: null, Value: { Semester: not null } kit })
        {
            return Results.NotFound();
        }

        await using var renderer = new HtmlRenderer(context.RequestServices, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<ArrivalKitFile>(ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(ArrivalKitFile.Kit)] = kit }))).ToHtmlString());
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(System.Text.Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", "livret-arrivee-gers.html");
    }
}
