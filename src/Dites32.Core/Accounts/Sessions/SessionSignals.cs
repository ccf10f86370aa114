using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Dites32.Core.Accounts.Sessions;

/// <summary>
/// Tells this instance which session was ended, or which account was changed, by any instance: a trigger notifies, this
/// listens. Requests do not need it, they ask each time; a page that stays open without asking does.
/// </summary>
public sealed partial class SessionSignals(IConfiguration configuration, ILogger<SessionSignals> logger) : BackgroundService
{
    public const string Channel = "account_session";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>The id of a session or of an account; null when some may have been missed: look at all of them.</summary>
    public event Action<Guid?>? Changed;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is NpgsqlException or IOException or TimeoutException)
            {
                LogCut(logger, exception.GetType().Name);
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(configuration.GetConnectionString("Dites32")) { Pooling = false, KeepAlive = 30 };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        connection.Notification += (_, told) => Changed?.Invoke(Guid.TryParse(told.Payload, out var id) ? id : null);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        Changed?.Invoke(null);
        while (true)
        {
            await connection.WaitAsync(cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The signals of ended sessions are cut ({Type}); listening again")]
    private static partial void LogCut(ILogger logger, string type);
}
