using Dites32.Core.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Core.Audit;

internal static class AuditRegistration
{
    public static void AddAudit(this IServiceCollection services)
    {
        services.AddScoped<FoundSubject>();
        services.AddScheduled<PrepareAuditMonths>("0 30 3 * * ?");
        services.AddScheduled<SealAudit>("45 0/5 * * * ?");
    }
}
