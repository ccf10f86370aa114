using Dites32.Core.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Core.Candidates.AnnuaireSante;

internal static class DirectoryRegistration
{
    public static void AddHealthDirectory(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<HealthDirectory>(provider, configuration));
        if (HealthDirectory.IsSetUp(configuration))
        {
            services.AddScheduled<LookUpRpps>("20 */5 * * * ?");
        }
    }
}
