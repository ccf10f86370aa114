using Dites32.Core.Shared;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Dites32.Core.Jobs;

/// <summary>
/// Sends the scheduled request that the job is named after. The store knows only this class and that name, so a request
/// may move or go without leaving a job that cannot be loaded.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class RequestJob(IEnumerable<ScheduledRequest> schedule, IDispatcher dispatcher, ILogger<RequestJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var name = context.JobDetail.Key.Name;
        try
        {
            var request = schedule.SingleOrDefault(r => r.Name == name);
            var error = request is null ? null : (await request.SendAsync(dispatcher, cancellationToken)).Error;
            LogEnd(logger, name, request is null ? "unknown to this version" : error?.Code ?? "done");
        }
        catch (Exception exception)
        {
            LogError(logger, ErrorNumber.Draw(), name, exception.GetType().Name, exception.StackTrace); // it runs again at its next time
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {Name}: {Outcome}")]
    private static partial void LogEnd(ILogger logger, string name, string outcome);

    [LoggerMessage(Level = LogLevel.Error, Message = "Error {Number} in job {Name}: {Type}\n{Stack}")]
    private static partial void LogError(ILogger logger, string number, string name, string type, string? stack);
}
