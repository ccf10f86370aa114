using Dites32.Core.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Core.SpouseSupport;

internal static class FranceTravailRegistration
{
    public static void AddFranceTravail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<FranceTravailOffers>(provider, configuration));
        if (FranceTravailOffers.IsSetUp(configuration))
        {
            services.AddScheduled<ReadFranceTravail>("0 10/20 4-5 * * ?"); // once it has read all, the others of the night do nothing
        }
    }
}
