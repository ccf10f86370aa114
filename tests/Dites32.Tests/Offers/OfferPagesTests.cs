using Dites32.Core.Offers;
using Dites32.Core.Shared;

namespace Dites32.Tests.Offers;

/// <summary>The public list with its memory, held for so long that only a change can renew it.</summary>
public sealed class OfferPagesTests : RecruitingTest
{
    protected override Dictionary<string, string?> Settings() => new(base.Settings()) { ["Offers:ListKeptSeconds"] = "600" };

    [Fact]
    public async Task A_page_that_many_visitors_open_is_read_once()
    {
        await this.OfferAsync(new SampleOffer { Title = "Première" });
        await TitlesAsync();
        await this.OfferAsync(new SampleOffer { Title = "Seconde", Age = TimeSpan.FromDays(1) }); // saved behind the portal's back

        Assert.Equal(["Première"], await TitlesAsync());
        Assert.Equal(["Première", "Seconde"], await TitlesAsync(new OfferSearch { Type = "salariat" })); // another search is read for itself
    }

    [Fact]
    public async Task The_next_day_what_closed_is_gone()
    {
        await this.OfferAsync(new SampleOffer { ClosesOn = Clock.Today() });
        Assert.Single(await TitlesAsync());

        Clock.Advance(TimeSpan.FromDays(1));

        Assert.Empty(await TitlesAsync());
    }

    [Fact]
    public async Task An_offer_published_or_ended_here_is_seen_at_once()
    {
        var site = await this.SiteAsync();
        await this.OfferAsync(site, new SampleOffer { Title = "Ancienne" });
        var draft = await DraftAsync(site, change: form => form.Title = "Nouvelle");
        Assert.Equal(["Ancienne"], await TitlesAsync());

        Assert.Equal(OfferStatus.Published, (await PublishAsync(site.Recruiter, draft)).Value);

        Assert.Equal(["Nouvelle", "Ancienne"], await TitlesAsync());
        var edited = Form(site, form => form.Title = "Nouvelle, corrigée");
        Assert.Null((await SendAsync(site.Recruiter, new EditOffer(draft, await VersionAsync(draft), edited))).Error);
        Assert.Equal(["Nouvelle, corrigée", "Ancienne"], await TitlesAsync());
    }

    private async Task<IEnumerable<string>> TitlesAsync(OfferSearch? search = null) =>
        (await SendAsync(Actor.Anonymous, new SearchOffers(search ?? OfferSearch.Everything))).Value.Cards.Select(c => c.Title);
}
