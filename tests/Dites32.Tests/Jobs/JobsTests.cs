using Dites32.Core;
using Dites32.Core.Data;
using Dites32.Core.Jobs;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using Dites32.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace Dites32.Tests.Jobs;

public sealed class JobsTests : CoreTest
{
    private readonly TaskCompletionSource fourRuns = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int runs;

    [Fact, Trait("Category", "Long")]
    public async Task Two_instances_on_the_role_app_run_each_occurrence_once_and_an_error_does_not_stop_the_schedule()
    {
        var start = DateTimeOffset.UtcNow.AddSeconds(8); // both have started by then, on a slow machine too
        await using var first = NewProcess(start);
        await using var second = NewProcess(start);
        var schedulers = new List<IScheduler>();
        foreach (var process in new[] { first, second })
        {
            schedulers.Add(await process.GetRequiredService<ISchedulerFactory>().GetScheduler(TestContext.Current.CancellationToken));
            await schedulers[^1].Start(TestContext.Current.CancellationToken);
        }

        await fourRuns.Task.WaitAsync(TimeSpan.FromSeconds(45), TestContext.Current.CancellationToken);
        foreach (var scheduler in schedulers)
        {
            await scheduler.Shutdown(true, TestContext.Current.CancellationToken);
        }

        Assert.Equal(4, runs);
        Assert.NotEqual(schedulers[0].SchedulerInstanceId, schedulers[1].SchedulerInstanceId);
    }

    [Fact]
    public async Task The_outbox_is_swept_at_ten_past_three_in_France()
    {
        await using var process = NewProcess(DateTimeOffset.UtcNow.AddDays(1));
        var scheduler = await process.GetRequiredService<ISchedulerFactory>().GetScheduler(TestContext.Current.CancellationToken);
        var trigger = await scheduler.GetTrigger(new TriggerKey("SweepOutbox"), TestContext.Current.CancellationToken);

        Assert.Equal("3 h 10", trigger!.NextFireTimeUtc!.Value.Hour().PlainSpaces());
        await scheduler.Shutdown(true, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task With_the_background_off_nothing_runs()
    {
        var services = new ServiceCollection();
        services.AddDites32Core(Configuration(("Background:Enabled", "false")));
        await using var process = services.BuildServiceProvider();

        Assert.DoesNotContain(process.GetServices<IHostedService>(), s => s is OutboxWorker<AppDbContext> or OutboxWorker<SpouseDbContext> or QuartzHostedService);
    }

    private ServiceProvider NewProcess(DateTimeOffset start)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDites32Core(Configuration());
        services.AddSingleton(new ScheduledRequest("Tick", (_, _) => Interlocked.Increment(ref runs) switch
        {
            1 => throw new InvalidOperationException("a bug"),
            4 => Done(),
            _ => Task.FromResult(Result.Success),
        }));
        services.ConfigureAllQuartzSchedulers(quartz => quartz.ScheduleJob<RequestJob>(
            trigger => trigger.WithIdentity("Tick").StartAt(start).WithSimpleSchedule(TimeSpan.FromSeconds(1), 3),
            job => job.WithIdentity("Tick")));
        return services.BuildServiceProvider();
    }

    private Task<Result> Done()
    {
        fourRuns.SetResult();
        return Task.FromResult(Result.Success);
    }

    private IConfiguration Configuration(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(Settings())
        .AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => (string?)s.Value))
        .Build();
}
