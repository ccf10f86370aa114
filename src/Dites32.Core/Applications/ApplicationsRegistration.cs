using Dites32.Core.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Core.Applications;

internal static class ApplicationsRegistration
{
    public static void AddApplications(this IServiceCollection services)
    {
        services
            .AddScoped<ApplicationEmails>()
            .AddScoped<ApplicationContacts>()
            .AddScoped<ApplicationIntake>()
            .AddScoped<PipelineEmails>()
            .AddScoped<CardMove>()
            .AddScoped<CardReading>()
            .AddScoped<CandidateTwins>()
            .AddScoped<ApplicationErasure>()
            .AddScoped<PipelineDigest>();
        services.AddScheduled<RemindLateAnswers>("0 0 8 ? * MON-FRI");
        services.AddScheduled<SweepDrafts>("0 45 * * * ?");
    }
}
