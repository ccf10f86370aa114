using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Core.Territory;

internal static class TerritoryRegistration
{
    public static void AddTerritory(this IServiceCollection services)
    {
        services.AddSingleton<CatalogueCache>();
        services.AddSingleton<TerritoryMapCache>();
    }
}
