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
            var form = await request.ReadFormAsync(context.RequestAborted);
            request.Form = new FormCollection(form.ToDictionary(
                pair => pair.Key,
                pair => pair.Key.StartsWith('_') ? pair.Value : Clean(pair.Value)));
        }

        await next(context);
    }

    private static StringValues Clean(StringValues values) => new([.. values.Select(PlainText.Clean)]);
}
