using Dites32.Core.Shared;
using Microsoft.Extensions.Primitives;

namespace Dites32.Web.Shared.Http;

/// <summary>Strips NUL and control characters from everything typed, once, before a page binds it.</summary>
internal sealed class CleanInput(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Query.Count > 0)
        {
            request.Query = new QueryCollection(request.Query.ToDictionary(pair => pair.Key, pair => Clean(pair.Value)));
        }

        if (HttpMethods.IsPost(request.Method) && request.HasFormContentType
            && request.ContentType!.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            if (await ReadFormAsync(request) is not { } form)
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return;
            }

            request.Form = new FormCollection(form.ToDictionary(
                pair => pair.Key,
                pair => pair.Key.StartsWith('_') ? pair.Value : Clean(pair.Value)));
        }

        await next(context);
    }

    /// <summary>Null when the framework cannot read it: a NUL in a value, too many fields, a field of several megabytes.</summary>
    private static async Task<IFormCollection?> ReadFormAsync(HttpRequest request)
    {
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static StringValues Clean(StringValues values) => new([.. values.Select(PlainText.Clean)]);
}
