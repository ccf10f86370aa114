using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Core.Internships.Locum;

internal static class LocumRegistration
{
    public static void AddLocum(this IServiceCollection services)
    {
        services.AddScoped<ContactLinks>();
        services.AddScoped<InternCareers>();
        services.AddScoped<LicenceNotice>();
        services.AddScoped<LocumEmails>();
        services.AddScoped<StepFormReader>();
    }
}
