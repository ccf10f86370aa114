using Dites32.Core.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Core.Documents;

internal static class DocumentsRegistration
{
    public static void AddDocuments(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => new DocumentStore(
            provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<Clamd>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Clamd>();
        services.AddSingleton<DocumentScan>();
        services.AddSingleton(ClamdSettings.Of(configuration));
        services.AddScheduled<ScanWaitingDocuments>("15 * * * * ?"); // a new one is looked at while it is received
        services.AddScheduled<SweepDocuments>("0 40 * * * ?");
    }
}
