using Dites32.Core.Documents;
using Dites32.Core.Jobs;
using Dites32.Core.Notifications;
using Dites32.Core.SpouseSupport.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Core.SpouseSupport;

internal static class SpouseRegistration
{
    public static void AddSpouseSupport(this IServiceCollection services, IConfiguration configuration)
    {
        var connectionString = configuration.GetConnectionString("Dites32Spouse")
            ?? throw new InvalidOperationException("The connection string Dites32Spouse is missing (role spouse, docs/exploitation.md).");
        services.AddDbContextPool<SpouseDbContext>(options => options.UseSpouse(connectionString));
        services
            .AddScoped<Caseworkers>()
            .AddScoped<SpouseOutbox>()
            .AddScoped<SpouseFormReader>()
            .AddScoped<JobFormReader>()
            .AddScoped<JobImportPlan>()
            .AddScoped<SpouseConsent>()
            .AddScoped<UsualSteps>()
            .AddScoped<SpouseCaseMover>()
            .AddScoped<FileAgendaReader>()
            .AddScoped<MeetingFormReader>()
            .AddScoped<MeetingMails>()
            .AddScoped<SpouseCaseErasure>()
            .AddScoped<CoupleEnding>()
            .AddScoped<CoupleProposals>()
            .AddScoped<ComparisonReader>()
            .AddSingleton<SpouseEmails>()
            .AddSingleton(new SpouseTerms(configuration));
        services.AddSingleton(provider => new SpouseDocumentStore(
            provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<Clamd>(), provider.GetRequiredService<TimeProvider>()));
        services.AddOutboxOf<SpouseDbContext>(configuration);
        services.AddScheduled<ScanSpouseDocuments>("45 * * * * ?");
        services.AddScheduled<SealSpouseAudit>("50 2/5 * * * ?");
        services.AddFranceTravail(configuration);
        services.AddScheduled<SweepSpouseSupport>("0 20 3 * * ?");
        services.AddScheduled<ApplySpouseRetention>("0 5/10 2-4 * * ?");
        services.AddScheduled<RemindSpouseSteps>("0 30 7 * * ?");
    }
}
