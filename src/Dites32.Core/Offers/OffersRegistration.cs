using Dites32.Core.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Core.Offers;

internal static class OffersRegistration
{
    public static void AddOffers(this IServiceCollection services)
    {
        services.AddScoped<OfferSheets>()
            .AddScoped<OfferReading>()
            .AddScoped<OfferEmails>()
            .AddScoped<OfferQuestionEmails>()
            .AddSingleton<OfferTallies>()
            .AddSingleton<PhotoReception>();
        services.AddScheduled<ExpireOffers>("0 5 * * * ?");
        services.AddScheduled<RemindOfExpiry>("0 20 8 * * ?"); // once a day, when people read their mail
    }
}
