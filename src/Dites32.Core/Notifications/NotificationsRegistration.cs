using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Core.Notifications;

internal static class NotificationsRegistration
{
    public static void AddNotifications(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new Portal(configuration));
        services.AddSingleton<OutboxSignal>();
        services.AddScoped<Outbox>();
    }
}
