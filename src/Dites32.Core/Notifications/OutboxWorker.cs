using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dites32.Core.Notifications;

/// <summary>Sends mails as they are written here, and every two seconds those written elsewhere or tried again.</summary>
internal sealed partial class OutboxWorker<TContext>(OutboxSender<TContext> sender, OutboxSignal<TContext> signal, ILogger<OutboxWorker<TContext>> logger)
    : BackgroundService
    where TContext : DbContext
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AfterAnError = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Poll;
            try
            {
                await sender.SendDueAsync(stoppingToken);
            }
            catch (Exception exception)
            {
                Log(logger, ErrorNumber.Draw(), exception.GetType().Name, exception.StackTrace); // the database is away, most likely
                pause = AfterAnError;
            }

            await signal.WaitAsync(pause, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Error {Number} in the outbox: {Type}\n{Stack}")]
    private static partial void Log(ILogger logger, string number, string type, string? stack);
}
