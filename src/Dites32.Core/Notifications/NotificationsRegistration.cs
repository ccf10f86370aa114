using Dites32.Core.Data;
using Dites32.Core.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dites32.Core.Notifications;

internal static class NotificationsRegistration
{
    public static void AddNotifications(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = new MailSettings(configuration);
        settings.Check();
        services.AddSingleton(settings);
        services.AddSingleton(new Portal(configuration));
        services.AddScoped<Outbox>();
        services.AddOutboxOf<AppDbContext>(configuration);
        services.AddSingleton(provider =>
            new MailFolder(settings, provider.GetRequiredService<Portal>(), provider.GetService<IHostEnvironment>()));
        if (settings.Folder is null)
        {
            services.AddSingleton<IMailTransport, SmtpTransport>();
        }
        else
        {
            services.AddSingleton<IMailTransport>(provider => provider.GetRequiredService<MailFolder>());
        }

        services.AddScheduled<SweepOutbox>("0 10 3 * * ?");
    }

    /// <summary>What sends the mails that are written in a context.</summary>
    public static void AddOutboxOf<TContext>(this IServiceCollection services, IConfiguration configuration)
        where TContext : DbContext
    {
        services.AddSingleton<OutboxSignal<TContext>>();
        services.AddSingleton<OutboxSender<TContext>>();
        if (Background.IsEnabled(configuration))
        {
            services.AddHostedService<OutboxWorker<TContext>>();
        }
    }
}
