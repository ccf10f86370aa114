using System.Net;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;

namespace Dites32.Tests.Offers;

public sealed class ModerationTests : RecruitingTest
{
    [Fact]
    public async Task The_first_offer_of_a_site_waits_for_the_mission_and_the_next_ones_do_not()
    {
        var site = await this.SiteAsync(name: "Maison de santé neuve", isTrusted: false);
        var draft = await DraftAsync(site);
        var recruiter = App.ClientFor(site.Recruiter);
        var mission = App.ClientFor(await SomeoneAsync(Role.Dites32Recruiter));

        // The recruiter asks, and the mission is written to.
        var asked = await recruiter.SubmitAsync($"/recruteur/offres/{draft}", "publier");
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.Contains("En attente de la mission", (await recruiter.GetPageAsync($"/recruteur/offres/{draft}")).Text("#etat"), StringComparison.Ordinal);
        var toMission = Assert.Single(await MailsAsync("offer.to-moderate"));
        Assert.Equal("dites32@gers.example", toMission.To);

        // The mission reads it and sends it back with a reason, which is required.
        var url = FirstLink(toMission.Body);
        Assert.Contains("Maison de santé neuve", (await mission.GetPageAsync("/recruteur/moderation")).Text("table"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mission.SubmitAsync(url, "renvoyer", ("Input.Reason", " "))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await mission.SubmitAsync(url, "renvoyer", ("Input.Reason", "Précisez les horaires."))).StatusCode);
        var back = Assert.Single(await MailsAsync("offer.sent-back"));
        Assert.Equal(site.RecruiterEmail, back.To);
        Assert.Contains("Précisez les horaires.", back.Body, StringComparison.Ordinal);
        Assert.Equal($"/recruteur/offres/{draft}/modifier", FirstLink(back.Body));

        // Asked again, it is approved: the author gets the address of the page.
        await recruiter.SubmitAsync($"/recruteur/offres/{draft}", "publier");
        Assert.Equal(HttpStatusCode.Redirect, (await mission.SubmitAsync(url, "valider")).StatusCode);
        var offer = await OfferOfAsync(draft);
        Assert.Equal(OfferStatus.Published, offer.Status);
        var approved = Assert.Single(await MailsAsync("offer.approved"));
        Assert.Equal(site.RecruiterEmail, approved.To);
        Assert.Equal($"/offres/{offer.Reference}/{offer.Slug}", FirstLink(approved.Body));

        Assert.Equal(OfferStatus.Published, (await PublishAsync(site.Recruiter, await DraftAsync(site))).Value);
    }

    [Fact]
    public async Task The_author_and_the_referent_are_both_told()
    {
        var site = await this.SiteAsync(isTrusted: false);
        var mission = await SomeoneAsync(Role.Dites32Recruiter);
        var draft = await DraftAsync(site, change: f => f.Referent = mission.RequiredAccountId.ToString());
        await PublishAsync(site.Recruiter, draft);

        await SendAsync(mission, new ApproveOffer(draft, await VersionAsync(draft)));

        Assert.Equal(2, (await MailsAsync("offer.approved")).Select(m => m.To).Distinct().Count());
    }

    [Fact]
    public async Task What_was_changed_since_it_was_read_is_read_again()
    {
        var site = await this.SiteAsync(isTrusted: false);
        var mission = await SomeoneAsync(Role.Dites32Recruiter);
        var draft = await DraftAsync(site);
        await PublishAsync(site.Recruiter, draft);
        var url = $"/recruteur/moderation/{draft}";
        var read = await App.ClientFor(mission).GetPageAsync(url);
        await SendAsync(site.Recruiter, new EditOffer(draft, await VersionAsync(draft), Form(site, f => f.Title = "Tout autre chose")));

        var refused = await App.ClientFor(mission).SubmitAsync(read, url, "valider");

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("Tout autre chose", (await refused.ReadPageAsync()).Text("h1"));
        Assert.Equal(OfferStatus.ToModerate, (await OfferOfAsync(draft)).Status);
    }

    [Fact]
    public async Task The_mission_publishes_its_own_offers_and_that_makes_no_site_trusted()
    {
        var site = await this.SiteAsync(isTrusted: false);
        var mission = await SomeoneAsync(Role.Dites32Recruiter);

        Assert.Equal(OfferStatus.Published, (await PublishAsync(mission, await DraftAsync(site))).Value);
        Assert.Equal(OfferStatus.ToModerate, (await PublishAsync(site.Recruiter, await DraftAsync(site))).Value);
    }

    [Fact]
    public async Task The_one_that_has_waited_longest_is_first()
    {
        var site = await this.SiteAsync(isTrusted: false);
        var mission = await SomeoneAsync(Role.Administrator);
        var (first, second) = (await DraftAsync(site), await DraftAsync(site));
        await PublishAsync(site.Recruiter, second);
        Clock.Advance(TimeSpan.FromHours(1));
        await PublishAsync(site.Recruiter, first);

        var waiting = (await SendAsync(mission, new ListOffersToModerate())).Value;

        Assert.Equal([second, first], waiting.Select(o => o.Id));
        Assert.All(waiting, o => Assert.Equal("Camille Essai", o.AskedBy));
    }
}
