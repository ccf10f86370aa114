using Dites32.Core.Accounts;
using Dites32.Core.Applications;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Offers;

/// <summary>The public list and the sheets with their memory, held for so long that only a change can renew it.</summary>
public sealed class OfferPagesTests : RecruitingTest
{
    protected override Dictionary<string, string?> Settings() => new(base.Settings()) { ["Offers:PagesKeptSeconds"] = "600" };

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

    [Fact]
    public async Task A_sheet_that_many_visitors_open_is_read_once_and_closes_with_the_day()
    {
        var (offer, _) = await SeenOfferAsync();
        await InDatabaseAsync(db => db.Offers.Where(o => o.Id == offer.Id).ExecuteUpdateAsync(o => o.SetProperty(x => x.Title, "Autre"), Stop)); // behind the portal's back

        Assert.Equal("Médecin généraliste", (await SheetAsync(offer)).Title);

        Clock.Advance(TimeSpan.FromDays(400));
        Assert.False((await SheetAsync(offer)).IsOpen);
    }

    [Fact]
    public async Task An_offer_withdrawn_here_is_closed_at_once()
    {
        var (offer, site) = await SeenOfferAsync();

        Assert.Null((await SendAsync(site.Recruiter, new EndOffer(offer.Id, await VersionAsync(offer.Id), OfferEnding.Withdrawn, [], null, null))).Error);

        Assert.False((await SheetAsync(offer)).IsOpen);
    }

    [Fact]
    public async Task Who_answers_for_the_offer_and_where_is_seen_at_once()
    {
        var (offer, site) = await SeenOfferAsync();
        var deputy = await SomeoneAsync(Role.SiteRecruiter);
        await SaveAsync(SiteMembership.Of(deputy.RequiredAccountId, site.Site.Id, Clock.Now));

        Assert.Null((await SendAsync(site.Recruiter, new ChangeDisplayName("Inès Cazeneuve"))).Error);
        Assert.Equal("Inès Cazeneuve", (await SheetAsync(offer)).ContactName);

        var today = Clock.Today();
        Assert.Null((await SendAsync(site.Recruiter, new LeaveDeputy(deputy.AccountId, today.ToString("O"), today.AddDays(9).ToString("O")))).Error);
        Assert.NotEqual("Inès Cazeneuve", (await SheetAsync(offer)).ContactName);

        var mission = await SomeoneAsync(Role.Dites32Recruiter);
        var seen = (await SendAsync(mission, new GetSiteToCorrect(site.Site.Id))).Value;
        var renamed = new CorrectSite(site.Site.Id, seen.Version, seen.Kind, "Centre renommé", seen.Commune, seen.Address, seen.ParentId);
        Assert.Null((await SendAsync(mission, renamed)).Error);
        Assert.Equal("Centre renommé", (await SheetAsync(offer)).SiteName);
    }

    private async Task<(Offer Offer, SampleSite Site)> SeenOfferAsync()
    {
        var site = await this.SiteAsync();
        await this.OfferAsync(site, new SampleOffer { Title = "La première, modérée" });
        var offer = await OfferOfAsync(await DraftAsync(site));
        Assert.Equal(OfferErrors.NotFound.Code, (await SendAsync(Actor.Anonymous, new ViewOffer(offer.Number))).Error!.Code);
        await PublishAsync(site.Recruiter, offer.Id);
        Assert.True((await SheetAsync(offer)).IsOpen); // seen as soon as published, and held from now on
        return (offer, site);
    }

    private async Task<OfferSheetModel> SheetAsync(Offer offer) => (await SendAsync(Actor.Anonymous, new ViewOffer(offer.Number))).Value.Sheet;

    private async Task<IEnumerable<string>> TitlesAsync(OfferSearch? search = null) =>
        (await SendAsync(Actor.Anonymous, new SearchOffers(search ?? OfferSearch.Everything))).Value.Cards.Select(c => c.Title);
}
