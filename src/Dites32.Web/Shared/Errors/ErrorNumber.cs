using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;

namespace Dites32.Web.Shared.Errors;

/// <summary>Gives each unexpected error the number that the error page shows and the log holds.</summary>
internal sealed partial class ErrorNumber(ILogger<ErrorNumber> logger) : IExceptionHandler
{
    private static readonly object Key = new();

    public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        var number = Of(context);
        Log(logger, number, exception.GetType().Name);
        return ValueTask.FromResult(false); // the error page is shown by the middleware
    }

    public static string Of(HttpContext context)
    {
        if (context.Items[Key] is not string number)
        {
            var trace = Activity.Current?.TraceId.ToString() ?? Guid.NewGuid().ToString("N");
            number = string.Create(CultureInfo.InvariantCulture, $"{trace[..4]}-{trace[4..8]}").ToUpperInvariant();
            context.Items[Key] = number;
        }

        return number;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Error {Number}: {Type}")]
    private static partial void Log(ILogger logger, string number, string type);
}
