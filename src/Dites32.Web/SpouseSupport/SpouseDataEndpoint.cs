using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Web.Privacy;

namespace Dites32.Web.SpouseSupport;

/// <summary>Where a partner downloads everything about them.</summary>
internal static class SpouseDataEndpoint
{
    public const string Address = SpouseCookie.Root + "/mon-espace/archive";

    public static void MapSpouseData(this IEndpointRouteBuilder routes) => routes.MapGet(Address, async context =>
    {
        var services = context.RequestServices;
        var actor = services.GetRequiredService<SpouseCookie>().ActorOn(context)!;
        var answer = await services.GetRequiredService<IDispatcher>().SendAsync(actor, new ExportMySpouseCase(), context.RequestAborted);
        if (answer.Error is null)
        {
            await MyDataEndpoints.WriteAsync(context, answer.Value);
        }
        else
        {
            context.Response.Redirect(SpouseCookie.Root + "/mon-espace"); // which says that it is closed, and how to open it
        }
    });
}
