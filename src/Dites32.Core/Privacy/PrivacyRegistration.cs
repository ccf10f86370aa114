using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Core.Privacy;

internal static class PrivacyRegistration
{
    public static void AddPrivacy(this IServiceCollection services) => services.AddScoped<PersonalArchives>();
}
