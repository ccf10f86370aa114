using Dites32.Core.Internships.Events;
using Dites32.Core.Internships.Housing;
using Dites32.Core.Internships.Locum;
using Dites32.Core.Internships.Space;
using Dites32.Core.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Core.Internships;

internal static class InternshipRegistration
{
    public static void AddInternships(this IServiceCollection services)
    {
        services.AddScoped<InternshipFormReader>();
        services.AddScoped<AssignmentPlan>();
        services.AddScoped<InternAccess>();
        services.AddScoped<HousingDemand>();
        services.AddScoped<HousingMails>();
        services.AddInternEvents();
        services.AddLocum();
        services.AddScheduled<SweepAssignmentImports>("0 50 3 * * ?");
    }
}
