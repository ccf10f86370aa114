using Dites32.Core.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Core.Privacy;

internal static class PrivacyRegistration
{
    public static void AddPrivacy(this IServiceCollection services)
    {
        services
            .AddScoped<PersonalArchives>()
            .AddScoped<PersonErasure>()
            .AddSingleton<PrivacyEmails>();
        services.AddScheduled<FinishErasures>("45 */5 * * * ?");
    }
}
