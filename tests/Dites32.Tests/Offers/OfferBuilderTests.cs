using Dites32.Core.Offers;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Offers;

public sealed class OfferBuilderTests : CoreTest
{
    [Fact]
    public async Task Every_kind_and_every_status_of_offer_can_be_kept()
    {
        var site = await this.SiteAsync();
        foreach (var kind in OfferKinds.All)
        {
            await this.OfferAsync(site, new SampleOffer { Kind = kind });
        }

        foreach (var status in Enum.GetValues<OfferStatus>())
        {
            Assert.Equal(status, (await this.OfferAsync(site, new SampleOffer { Status = status })).Status);
        }

        var numbers = await InDatabaseAsync(db => db.Offers.Select(o => o.Number).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(22, numbers.Distinct().Count());
    }
}
