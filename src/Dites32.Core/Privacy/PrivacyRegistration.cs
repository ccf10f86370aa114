using Dites32.Core.Jobs;
using Dites32.Core.Privacy.Retention;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Core.Privacy;

internal static class PrivacyRegistration
{
    public static void AddPrivacy(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddScoped<PersonalArchives>()
            .AddScoped<PersonErasure>()
            .AddScoped<RetentionErasure>()
            .AddScoped<RetentionNotice>()
            .AddSingleton<PrivacyEmails>()
            .AddSingleton<RetentionEmails>()
            .AddSingleton(new RetentionSettings(configuration));
        services.AddScheduled<FinishErasures>("45 */5 * * * ?");
        services.AddScheduled<ApplyRetention>("0 */10 2-4 * * ?");
        services.AddScheduled<CountErased>("0 55 2-4 * * ?");
    }
}
