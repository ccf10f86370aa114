using System.Net;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;

namespace Dites32.Tests.Offers;

public sealed class RecruiterRightsTests : RecruitingTest
{
    private static readonly string[] Pages = ["", "/modifier", "/apercu", "/prolonger", "/etapes"];

    [Fact]
    public async Task The_recruiter_of_another_site_finds_nothing_and_a_candidate_is_refused()
    {
        var offer = await this.OfferAsync();
        var other = App.ClientFor((await this.SiteAsync(name: "Autre site")).Recruiter);
        var candidate = App.ClientFor(await SomeoneAsync(Role.Candidate));

        foreach (var page in Pages)
        {
            var url = $"/recruteur/offres/{offer.Id}{page}";
            Assert.Equal((url, HttpStatusCode.NotFound), (url, (await other.GetAsync(url, Stop)).StatusCode));
            Assert.True((await candidate.GetAsync(url, Stop)).StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Redirect, url);
            Assert.Equal(HttpStatusCode.Redirect, (await Visitor().GetAsync(url, Stop)).StatusCode);
        }
    }

    [Fact]
    public async Task No_command_passes_for_somebody_without_the_right()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var version = await VersionAsync(offer.Id);
        var other = (await this.SiteAsync(name: "Autre site")).Recruiter;
        var candidate = await SomeoneAsync(Role.Candidate);

        async Task<string?[]> CodesAsync(Actor actor) =>
        [
            (await SendAsync(actor, new EditOffer(offer.Id, version, Form(site)))).Error?.Code,
            (await SendAsync(actor, new PublishOffer(offer.Id, version))).Error?.Code,
            (await SendAsync(actor, new RenewOffer(offer.Id, "2026-05-05"))).Error?.Code,
            (await SendAsync(actor, new CloneOffer(offer.Id, Guid.NewGuid()))).Error?.Code,
            (await SendAsync(actor, new AbandonDraft(offer.Id))).Error?.Code,
            (await SendAsync(actor, new ArrangeStages(offer.Id, new StagesForm()))).Error?.Code,
            (await SendAsync(actor, new GetOfferForm(offer.Id))).Error?.Code,
            (await SendAsync(actor, new GetOfferWorkspace(offer.Id))).Error?.Code,
            (await SendAsync(actor, new PreviewOffer(offer.Id))).Error?.Code,
            (await SendAsync(actor, new GetStages(offer.Id))).Error?.Code,
        ];

        Assert.All(await CodesAsync(other), code => Assert.Equal("offer.not-found", code));
        Assert.All(await CodesAsync(candidate), code => Assert.Equal("forbidden", code));
        Assert.All(await CodesAsync(Actor.Anonymous), code => Assert.Equal("forbidden", code));
        Assert.Equal("forbidden", (await SendAsync(site.Recruiter, new ApproveOffer(offer.Id, version))).Error?.Code);
        Assert.Equal("forbidden", (await SendAsync(site.Recruiter, new SendBackOffer(offer.Id, version, "Non."))).Error?.Code);
        Assert.Equal("forbidden", (await SendAsync(site.Recruiter, new ListOffersToModerate())).Error?.Code);
        Assert.Equal("forbidden", (await SendAsync(site.Recruiter, new ExpireOffers())).Error?.Code);
        Assert.Equal("site-not-found", (await SendAsync(other, new WriteOffer(Guid.NewGuid(), OfferKind.HealthCentrePost, site.Site.Id, Form(site)))).Error?.Code);
    }

    [Fact]
    public async Task A_recruiter_sees_the_offers_of_their_sites_only_and_the_mission_sees_all()
    {
        var site = await this.SiteAsync();
        await this.OfferAsync(site, new SampleOffer { Title = "Médecin à Éauze" });
        await this.OfferAsync(site, new SampleOffer { Status = OfferStatus.Draft });
        await this.OfferAsync();

        var mine = (await SendAsync(site.Recruiter, new ListMyOffers(null, null, 1))).Value;
        var all = (await SendAsync(await SomeoneAsync(Role.Administrator), new ListMyOffers(null, null, 1))).Value;
        var found = (await SendAsync(site.Recruiter, new ListMyOffers(OfferStatus.Published, "a eauze", 7))).Value;

        Assert.Equal((2, 1, 1), (mine.Page.Total, mine.Counts[OfferStatus.Draft], mine.Counts[OfferStatus.Published]));
        Assert.Equal(3, all.Page.Total);
        Assert.Equal("Médecin à Éauze", Assert.Single(found.Page.Items).Title);
    }

    [Fact]
    public async Task The_mission_page_is_closed_to_a_recruiter_of_sites()
    {
        var client = App.ClientFor((await this.SiteAsync()).Recruiter);

        Assert.True((await client.GetAsync("/recruteur/moderation", Stop)).StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Redirect);
        Assert.DoesNotContain("À valider", (await client.GetPageAsync("/recruteur/offres")).Text("nav.tabs"), StringComparison.Ordinal);
    }
}
