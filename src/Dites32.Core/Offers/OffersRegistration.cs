using Dites32.Core.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Core.Offers;

internal static class OffersRegistration
{
    private const double UsualSeconds = 2;

    public static void AddOffers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<OfferSheets>()
            .AddScoped<OfferReading>()
            .AddScoped<OfferEmails>()
            .AddScoped<OfferQuestionEmails>()
            .AddSingleton<OfferTallies>()
            .AddSingleton<PhotoReception>()
            .AddSingleton<OfferPages>()
            .AddSingleton(new OfferPagesSettings(TimeSpan.FromSeconds(configuration.GetValue("Offers:PagesKeptSeconds", UsualSeconds))));
        services.AddScheduled<ExpireOffers>("0 5 * * * ?");
        services.AddScheduled<RemindOfExpiry>("0 20 8 * * ?"); // once a day, when people read their mail
    }
}
