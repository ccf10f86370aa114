using Microsoft.AspNetCore.Diagnostics;

namespace Dites32.Web.Shared.Http;

internal static class PageAddressExtensions
{
    /// <summary>
    /// The address in the browser's bar. The pages have a <c>base</c>, so a link to a part of the same page needs it in
    /// full; an error page is shown under the address that was asked for.
    /// </summary>
    public static string PageAddress(this HttpContext? context) => context switch
    {
        null => "",
        _ when context.Features.Get<IStatusCodeReExecuteFeature>() is { } asked => $"{asked.OriginalPathBase}{asked.OriginalPath}{asked.OriginalQueryString}",
        _ when context.Features.Get<IExceptionHandlerPathFeature>() is { } failed => failed.Path,
        _ => $"{context.Request.Path}{context.Request.QueryString}",
    };
}
