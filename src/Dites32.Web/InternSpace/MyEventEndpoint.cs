using System.Text;
using Dites32.Core.Internships.Events;
using Dites32.Core.Shared;
using Dites32.Web.Shared;
using Microsoft.Net.Http.Headers;

namespace Dites32.Web.InternSpace;

/// <summary>Where an intern downloads an event for their calendar.</summary>
internal static class MyEventEndpoint
{
    public static string AddressOf(Guid eventId) => $"/mon-internat/evenements/{eventId}/invitation.ics";

    public static void MapMyEvents(this IEndpointRouteBuilder routes) => routes.MapGet("/mon-internat/evenements/{eventId:guid}/invitation.ics", async (HttpContext context, Guid eventId) =>
    {
        var answer = await context.RequestServices.GetRequiredService<IDispatcher>().SendAsync(context.WhoAsks(), new GetMyEventCalendar(eventId), context.RequestAborted);
        if (answer.Error is { } error)
        {
            if (error.Kind == ErrorKind.NotFound)
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
            }
            else
            {
                context.Response.Redirect($"/mon-internat/evenements/{eventId}"); // which says why: nobody is signed in, or they do not come
            }

            return;
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(answer.Value.Name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.ContentType = "text/calendar; charset=utf-8";
        await context.Response.WriteAsync(answer.Value.Text, Encoding.UTF8, context.RequestAborted);
    });
}
