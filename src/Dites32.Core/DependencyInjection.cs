using System.Globalization;
using System.Reflection;
using Dites32.Core.Accounts;
using Dites32.Core.Applications;
using Dites32.Core.Audit;
using Dites32.Core.Candidates.AnnuaireSante;
using Dites32.Core.Data;
using Dites32.Core.Documents;
using Dites32.Core.Jobs;
using Dites32.Core.Internships;
using Dites32.Core.Notifications;
using Dites32.Core.Offers;
using Dites32.Core.Privacy;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Core.SpouseSupport.Data;
using Dites32.Core.Territory;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dites32.Core;

public static class DependencyInjection
{
    public static IdentityBuilder AddDites32Core(this IServiceCollection services, IConfiguration configuration)
    {
        var connectionString = configuration.GetConnectionString("Dites32")
            ?? throw new InvalidOperationException("The connection string Dites32 is missing.");
        services.TryAddSingleton(TimeProvider.System);
        services.AddDbContextPool<AppDbContext>(options => options.UseNpgsql(HotConnections.Of(connectionString)));

        services.AddSingleton<RowChanges>();
        services.AddSingleton<IDispatcher, Dispatcher>();
        services.AddScoped<ActorHolder>();
        services.AddScoped(provider => provider.GetRequiredService<ActorHolder>().Actor);
        services.AddAudit();
        services.AddTerritory();
        services.AddInternships();
        services.AddDocuments(configuration);
        services.AddOffers(configuration);
        services.AddApplications();
        services.AddHealthDirectory(configuration);
        services.AddPrivacy(configuration);
        services.AddSpouseSupport(configuration);
        services.AddRequests(typeof(DependencyInjection).Assembly);
        services.AddProtectionKeys(configuration);
        services.AddNotifications(configuration);
        services.AddJobs(configuration);

        return services.AddAccounts();
    }

    /// <summary>Registers MediatR 5, the behaviours in the order they run, and every handler and validator.</summary>
    private static void AddRequests(this IServiceCollection services, Assembly assembly)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AuthorizationBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(SaveBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(SpouseSaveBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ReadTraceBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(SpouseReadTraceBehavior<,>));

        foreach (var type in assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }))
        {
            foreach (var contract in type.GetInterfaces().Where(i => i.IsGenericType))
            {
                var definition = contract.GetGenericTypeDefinition();
                if (definition == typeof(IRequestHandler<,>) || definition == typeof(INotificationHandler<>) || definition == typeof(IValidator<>))
                {
                    services.AddScoped(contract, type);
                }
            }
        }

        // The messages are read by people in France, whatever the culture of the server.
        ValidatorOptions.Global.LanguageManager.Culture = CultureInfo.GetCultureInfo("fr");
    }
}
