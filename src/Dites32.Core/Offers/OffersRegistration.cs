using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Core.Offers;

internal static class OffersRegistration
{
    public static void AddOffers(this IServiceCollection services) => services
        .AddScoped<OfferSheets>()
        .AddScoped<OfferReading>()
        .AddScoped<OfferEmails>()
        .AddScoped<OfferQuestionEmails>()
        .AddSingleton<OfferTallies>();
}
