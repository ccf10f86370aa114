using System.Security.Claims;
using Dites32.Core.Shared;
using Dites32.Web.Accounts;
using Dites32.Web.Shared.Http;
using Dites32.Web.SpouseSupport;
using MediatR;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dites32.Web.Shared;

/// <summary>Sends a request in the name of the person who looks at the page.</summary>
internal sealed class Sender(
    IDispatcher dispatcher,
    AuthenticationStateProvider authentication,
    IHttpContextAccessor http,
    PersonalLinks links,
    SpouseCookie spouses,
    CircuitPace pace)
{
    /// <summary>
    /// A page's queries stop when the visitor leaves; its commands finish. A command of a page whose antiforgery
    /// token was refused is not sent.
    /// </summary>
    public async Task<TResponse> SendAsync<TResponse>(IRequest<TResponse> request)
        where TResponse : IResult<TResponse>
    {
        var context = http.HttpContext;
        var isCommand = request is ICommand<TResponse>;
        if (IsCircuit(context) && !pace.MayGoOn())
        {
            return TResponse.Failure(SharedErrors.TooFast);
        }

        if (isCommand && context is not null && ForgivingAntiforgery.WasRefused(context))
        {
            return TResponse.Failure(SharedErrors.PageTooOld);
        }

        var stop = isCommand || context is null ? CancellationToken.None : context.RequestAborted;
        return await dispatcher.SendAsync(await ActorAsync(context), request, stop);
    }

    private static bool IsCircuit(HttpContext? context) => context is null || context.WebSockets.IsWebSocketRequest;

    private async Task<Actor> ActorAsync(HttpContext? context)
    {
        if (context is null || IsCircuit(context))
        {
            return (await authentication.GetAuthenticationStateAsync()).User.ToActor();
        }

        return spouses.ActorOn(context) ?? context.ToActor(links);
    }
}

internal static class ActorExtensions
{
    /// <summary>Who asks an address that is no page.</summary>
    public static Actor WhoAsks(this HttpContext context) =>
        context.RequestServices.GetRequiredService<SpouseCookie>().ActorOn(context)
        ?? context.ToActor(context.RequestServices.GetRequiredService<PersonalLinks>());

    public static Actor ToActor(this HttpContext context, PersonalLinks links) =>
        (context.User.ToActor() with
        {
            Network = VisitorNetwork.Of(context.Connection.RemoteIpAddress),
            Browser = BrowserName.Of(context.Request.Headers.UserAgent),
        }).Holding(links.Read(context));

    public static Actor ToActor(this ClaimsPrincipal user) =>
        SessionPrincipal.Read(user) is var (sessionId, accountId) ? Actor.InSession(sessionId, accountId) : Actor.Anonymous;
}
