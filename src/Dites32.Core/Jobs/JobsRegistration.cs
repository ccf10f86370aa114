using Dites32.Core.Shared;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace Dites32.Core.Jobs;

/// <summary>Whether this process works in the background: <c>Background:Enabled</c>, which tests and one-off commands set to false.</summary>
internal static class Background
{
    public static bool IsEnabled(IConfiguration configuration) => configuration.GetValue("Background:Enabled", true);
}

internal static class JobsRegistration
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>The schedule is kept in PostgreSQL: of several instances one runs a job, and another takes over when it dies.</summary>
    public static void AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        if (!Background.IsEnabled(configuration))
        {
            return;
        }

        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "dites32");
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(NpgsqlFactory.Instance, configuration.GetConnectionString("Dites32")!);
                store.UseSystemTextJsonSerializer();
                store.UseClustering();
                store.ConfigureStore(options => options.TablePrefix = "qrtz_");
            });
        });
        // A restart neither repeats a run nor skips one that came due while all instances were stopped.
        services.Configure<QuartzOptions>(options => options.Scheduling.ScheduleTriggerRelativeToReplacedTrigger = true);
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    /// <summary>
    /// Sends <typeparamref name="TRequest"/> as <see cref="Actor.System"/> at the times of a Quartz cron expression (six
    /// fields, the first is seconds), read in French time. To add a job: write the request as any use case, with
    /// <c>[AllowSystem]</c>, and call this in the registration of its feature. It may run twice: it must not mind.
    /// </summary>
    public static void AddScheduled<TRequest>(this IServiceCollection services, string cron)
        where TRequest : ICommand<Result>, new()
    {
        var name = typeof(TRequest).Name;
        services.AddSingleton(new ScheduledRequest(name, static (dispatcher, stop) => dispatcher.SendAsync(Actor.System, new TRequest(), stop)));
        services.ConfigureAllQuartzSchedulers(quartz => quartz.ScheduleJob<RequestJob>(
            trigger => trigger.WithIdentity(name).WithCronSchedule(cron, schedule => schedule
                .InTimeZone(Paris)
                .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)),
            job => job.WithIdentity(name)));
    }
}

internal sealed record ScheduledRequest(string Name, Func<IDispatcher, CancellationToken, Task<Result>> SendAsync);
