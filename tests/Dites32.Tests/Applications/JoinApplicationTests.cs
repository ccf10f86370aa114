using Dites32.Core.Accounts;
using Dites32.Core.Applications;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Dites32.Tests.Offers;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Applications;

public sealed class JoinApplicationTests : PipelineTest
{
    [Fact]
    public async Task An_application_made_without_an_account_is_joined_to_one_by_its_link()
    {
        var card = await ApplyAsync(await this.OfferAsync());
        var me = await SomeoneAsync(Role.Candidate);
        Assert.Equal("application.not-found", (await SendAsync(me, new GetFollowUp(card))).Error?.Code);
        var withLink = me.Holding((await PersonAsync(card)).LinkIds);

        Assert.Null((await SendAsync(withLink, new JoinApplication(card))).Error);
        Assert.Null((await SendAsync(withLink, new JoinApplication(card))).Error);

        Assert.Equal(card, Assert.Single((await SendAsync(me, new ListMyApplications())).Value).Id);
        Assert.Equal(AccountTie.Own, (await SendAsync(me, new GetFollowUp(card))).Value.Tie);
        Assert.Null((await SendAsync(me, new WithdrawApplication(card))).Error);
    }

    [Fact]
    public async Task The_same_address_is_not_enough_and_a_link_to_another_application_neither()
    {
        var offer = await this.OfferAsync();
        var me = AccountFactory.Create("alix@exemple.fr", "Alix Martin", "trois oies dans le pré");
        await SaveAsync(me);
        var mine = Actor.Account(me.Id, [Role.Candidate]);
        var (card, other) = (await ApplyAsync(offer, email: "alix@exemple.fr"), await ApplyAsync(offer));

        Assert.Empty((await SendAsync(mine, new ListMyApplications())).Value);
        Assert.Equal("application.not-found", (await SendAsync(mine, new JoinApplication(card))).Error?.Code);
        Assert.Equal("application.not-found", (await SendAsync(mine.Holding((await PersonAsync(other)).LinkIds), new JoinApplication(card))).Error?.Code);
    }

    [Fact]
    public async Task Of_two_accounts_with_the_link_at_once_one_gets_it()
    {
        var card = await ApplyAsync(await this.OfferAsync());
        var links = (await PersonAsync(card)).LinkIds;
        var people = new[] { await SomeoneAsync(Role.Candidate), await SomeoneAsync(Role.Candidate) };

        var answers = await Task.WhenAll(people.Select(p => SendAsync(p.Holding(links), new JoinApplication(card))));

        Assert.Single(answers, a => a.Error is null);
        Assert.True(answers.Single(a => a.Error is not null).Error!.Code is "application.joined-to-another" or "changed-meanwhile");
    }

    [Fact]
    public async Task What_is_sent_while_signed_in_from_the_address_of_the_account_is_found_there()
    {
        var me = AccountFactory.Create("alix@exemple.fr", "Alix Martin", "trois oies dans le pré");
        await SaveAsync(me);
        var mine = Actor.Account(me.Id, [Role.Candidate]);
        var offer = await this.OfferAsync();

        foreach (var email in new[] { "ALIX@exemple.fr", "autre@exemple.fr" })
        {
            var draft = (await SendAsync(mine, new StartApplication(Guid.CreateVersion7(), offer.Number, "Alix Martin", email, "06 12 34 56 78", false))).Value;
            var holder = mine.Holding([draft.LinkId]);
            await SendAsync(holder, new WriteDraft(draft.DraftId, Core.Candidates.CandidateStatus.Locum, "", "medecine-generale", "Je suis libre.", "", "", "", false));
            Assert.Null((await SendAsync(holder, new SubmitApplication(draft.DraftId))).Error);
        }

        Assert.Single((await SendAsync(mine, new ListMyApplications())).Value);
    }

    [Fact]
    public async Task A_corrected_address_takes_it_out_of_the_account_of_whoever_read_the_former_one()
    {
        var card = await ApplyAsync(await this.OfferAsync());
        var person = await PersonAsync(card);
        var stranger = await SomeoneAsync(Role.Candidate);
        Assert.Null((await SendAsync(stranger.Holding(person.LinkIds), new JoinApplication(card))).Error);

        Assert.Null((await SendAsync(person, new CorrectContact(card, "Dr Alix Martin", "juste@exemple.fr", "06 12 34 56 78"))).Error);

        Assert.Empty((await SendAsync(stranger, new ListMyApplications())).Value);
        Assert.Equal("application.not-found", (await SendAsync(stranger, new GetFollowUp(card))).Error?.Code);
    }

    [Fact]
    public async Task A_recruiter_does_not_decide_on_an_application_joined_to_their_account()
    {
        var site = await this.SiteAsync();
        var card = await ApplyAsync(await this.OfferAsync(site));
        Assert.Null((await SendAsync(site.Recruiter, new GetCard(card))).Error);
        Assert.Null((await SendAsync(site.Recruiter.Holding((await PersonAsync(card)).LinkIds), new JoinApplication(card))).Error);

        Assert.Equal("application.not-found", (await SendAsync(site.Recruiter, new GetCard(card))).Error?.Code);
        Assert.Equal("application.not-found", (await MoveAsync(site.Recruiter, card, StageCategory.Accepted)).Error?.Code);
    }

    [Fact]
    public async Task The_pages_offer_to_join_it_then_show_it_with_the_others()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var card = await ApplyAsync(offer);
        var me = await SomeoneAsync(Role.Candidate);
        using var client = App.ClientFor(me);
        Assert.Contains("Aucune candidature", (await client.GetPageAsync("/mes-candidatures")).Text("main"), StringComparison.Ordinal);
        await OpenLinkAsync(client, card);
        var path = $"/suivi/candidature/{card}";

        var joined = await client.SubmitAsync(path, "rattacher");

        Assert.Equal(System.Net.HttpStatusCode.Redirect, joined.StatusCode);
        Assert.Contains("Elle est dans votre compte", (await client.GetPageAsync(path)).Text("main"), StringComparison.Ordinal);
        using var elsewhere = App.ClientFor(me);
        Assert.Contains(offer.Title, (await elsewhere.GetPageAsync("/mes-candidatures")).Text("main"), StringComparison.Ordinal);
        Assert.Contains("Le chemin parcouru", (await elsewhere.GetPageAsync(path)).Text("main"), StringComparison.Ordinal);
        using var visitor = Visitor();
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await visitor.GetAsync(path, Stop)).StatusCode);
    }

    private async Task OpenLinkAsync(HttpClient client, Guid card)
    {
        var (link, secret) = PersonalLink.ToApplication(card, Clock.Now);
        await SaveAsync(link);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await client.GetAsync($"/suivi/{secret}", Stop)).StatusCode);
    }
}
