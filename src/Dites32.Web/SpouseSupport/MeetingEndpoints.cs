using System.Text;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Web.Shared;
using MediatR;
using Microsoft.Net.Http.Headers;

namespace Dites32.Web.SpouseSupport;

/// <summary>Where a meeting is downloaded for a calendar: by the partner in their space, and by caseworkers.</summary>
internal static class MeetingEndpoints
{
    private const string File = "invitation.ics";

    public static string AddressOf(Guid meetingId) => $"{SpouseCookie.Root}/mon-espace/rendez-vous/{meetingId}/{File}";

    public static string AddressOf(Guid caseId, Guid meetingId) => $"/accompagnement/{caseId}/rendez-vous/{meetingId}/{File}";

    public static void MapMeetings(this IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{SpouseCookie.Root}/mon-espace/rendez-vous/{{meetingId:guid}}/{File}", (HttpContext context, Guid meetingId) =>
            SendAsync(context, context.RequestServices.GetRequiredService<SpouseCookie>().ActorOn(context)!, new GetMyMeetingCalendar(meetingId), SpouseCookie.Root + "/mon-espace"));
        routes.MapGet($"/accompagnement/{{caseId:guid}}/rendez-vous/{{meetingId:guid}}/{File}", (HttpContext context, Guid caseId, Guid meetingId) =>
            SendAsync(context, context.ToActor(context.RequestServices.GetRequiredService<PersonalLinks>()), new GetMeetingCalendar(caseId, meetingId), $"/accompagnement/{caseId}"));
    }

    /// <param name="page">Which says why there is no file: the space is closed, nobody is signed in.</param>
    private static async Task SendAsync(HttpContext context, Actor actor, IRequest<Result<CalendarFile>> request, string page)
    {
        var answer = await context.RequestServices.GetRequiredService<IDispatcher>().SendAsync(actor, request, context.RequestAborted);
        if (answer.Error is { } error)
        {
            if (error.Code == SpouseErrors.MeetingNotFound.Code)
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
            }
            else
            {
                context.Response.Redirect(page);
            }

            return;
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(answer.Value.Name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.ContentType = "text/calendar; charset=utf-8";
        await context.Response.WriteAsync(answer.Value.Text, Encoding.UTF8, context.RequestAborted);
    }
}
