using Dites32.Core.Offers;
using Microsoft.EntityFrameworkCore;

namespace Dites32.E2E.Infrastructure;

internal static class DemoOffer
{
    public const string Fleurance = "Médecin généraliste au centre de santé de Fleurance";

    public static Task<Offer> OfferAsync(this Portal portal, string title) =>
        portal.InDatabaseAsync(db => db.Offers.AsNoTracking().SingleAsync(o => o.Title == title && o.PublishedAt != null, TestContext.Current.CancellationToken));

    public static string Path(this Offer offer) => OfferReference.PathOf(offer.Number, offer.Slug);
}
