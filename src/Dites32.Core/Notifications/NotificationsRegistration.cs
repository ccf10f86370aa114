using Dites32.Core.Jobs;
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
        services.AddSingleton<OutboxSignal>();
        services.AddScoped<Outbox>();
        services.AddSingleton<OutboxSender>();
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
        if (Background.IsEnabled(configuration))
        {
            services.AddHostedService<OutboxWorker>();
        }
    }
}
