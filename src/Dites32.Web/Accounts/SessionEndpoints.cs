using Dites32.Core.Accounts;
using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Shared;
using Dites32.Web.Shared;
using Microsoft.AspNetCore.Antiforgery;

namespace Dites32.Web.Accounts;

/// <summary>For the dialog that warns before a session ends: how long it still has, which is no sign of life, and one more turn.</summary>
internal static class SessionEndpoints
{
    public const string Address = "/session";

    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, AnswerAsync);
        routes.MapPost(Address, async (HttpContext context, IAntiforgery antiforgery, IDispatcher dispatcher, PersonalLinks links, TimeProvider clock) =>
        {
            if (!await antiforgery.IsRequestValidAsync(context))
            {
                return Results.BadRequest();
            }

            await dispatcher.SendAsync(context.ToActor(links), new GetMyAccount()); // any request is a sign of life
            return await AnswerAsync(context, dispatcher, clock);
        }).DisableAntiforgery(); // checked above, with an answer that a script reads
    }

    /// <summary>The seconds that are left; 0 once it is over.</summary>
    private static async Task<IResult> AnswerAsync(HttpContext context, IDispatcher dispatcher, TimeProvider clock)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (SessionPrincipal.Read(context.User) is not var (sessionId, _)
            || await dispatcher.SendAsync(Actor.Anonymous, new GetSession(sessionId)) is not { Error: null, Value: var state })
        {
            return Results.Json(0);
        }

        return Results.Json((int)Math.Max(0, (state.IdleEndsAt - clock.GetUtcNow()).TotalSeconds));
    }
}
