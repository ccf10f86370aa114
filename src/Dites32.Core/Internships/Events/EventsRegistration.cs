using Dites32.Core.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Core.Internships.Events;

internal static class EventsRegistration
{
    public static void AddInternEvents(this IServiceCollection services)
    {
        services.AddScoped<SemesterContacts>();
        services.AddScoped<EventMails>();
        services.AddScoped<EventPlaces>();
        services.AddScoped<WelcomeMails>();
        services.AddScheduled<TendEvents>("0 10 7 * * ?");
        services.AddScheduled<TellInterns>("0 20 4 * * ?");
    }
}
