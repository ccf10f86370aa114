using AngleSharp.Html.Dom;
using Dites32.Core.Applications;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Dites32.Tests.Offers;

namespace Dites32.Tests.Applications;

/// <summary>Board and list of an offer that is over invite to nothing that the rules forbid.</summary>
public sealed class EndedOfferPagesTests : PipelineTest
{
    private const string Gestures = "en faisant glisser la carte";

    [Fact]
    public async Task An_expired_offer_takes_no_more_applications_and_its_pipeline_goes_on()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site, new SampleOffer { ClosesOn = new DateOnly(2026, 3, 20) });
        var card = await ApplyAsync(offer);
        Clock.Advance(TimeSpan.FromDays(20));
        Assert.Null((await SendAsync(Actor.System, new ExpireOffers())).Error);

        var board = await BoardAsync(site.Recruiter, offer);

        Assert.Contains("Cette offre a expiré", board.Text("main"), StringComparison.Ordinal);
        Assert.Contains(Gestures, board.Text("main"), StringComparison.Ordinal);
        Assert.Null((await MoveAsync(site.Recruiter, card, StageCategory.Interview)).Error);
    }

    [Fact]
    public async Task A_filled_offer_lets_the_chosen_person_begin_and_the_others_be_reopened_only()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var (chosen, other) = (await ApplyAsync(offer, "Dr Choisi"), await ApplyAsync(offer, "Dr Autre"));
        await MoveAllTheWayAsync(site.Recruiter, chosen, StageCategory.Interview, StageCategory.Accepted);
        await EndAsync(site, offer, OfferEnding.Filled, chosen, other);

        var board = await BoardAsync(site.Recruiter, offer);
        var list = await ListAsync(site.Recruiter, offer);

        Assert.Contains("Le poste est pourvu", board.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain(Gestures, board.Text("main"), StringComparison.Ordinal);
        Assert.Equal(["Sans suite", "À l'étude"], Choices(board, "Dr Autre"));
        Assert.Contains("Prise de fonction", Choices(board, "Dr Choisi"));
        Assert.Contains("Prise de fonction", Targets(list));
    }

    [Fact]
    public async Task On_a_withdrawn_offer_whose_people_all_have_their_answer_the_list_offers_to_reopen_and_nothing_else()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var card = await ApplyAsync(offer, "Dr Autre");
        await EndAsync(site, offer, OfferEnding.Withdrawn, null, card);

        Assert.Contains("L'offre est retirée", (await BoardAsync(site.Recruiter, offer)).Text("main"), StringComparison.Ordinal);
        Assert.Equal(["Choisir…", "À l'étude"], Targets(await ListAsync(site.Recruiter, offer)));
    }

    [Fact]
    public async Task Where_nobody_can_move_any_more_there_is_nothing_to_tick_to_drag_or_to_choose()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var card = await ApplyAsync(offer);
        Assert.Null((await SendAsync(await PersonAsync(card), new WithdrawApplication(card))).Error);
        await EndAsync(site, offer, OfferEnding.Withdrawn, null);

        var (board, list) = (await BoardAsync(site.Recruiter, offer), await ListAsync(site.Recruiter, offer));

        Assert.Contains("ne changent plus d'étape", board.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain(Gestures, board.Text("main"), StringComparison.Ordinal);
        Assert.Empty(board.QuerySelectorAll(".board select, [draggable=true]"));
        Assert.Contains("ne changent plus d'étape", list.Text("main"), StringComparison.Ordinal);
        Assert.Empty(list.QuerySelectorAll("#lot input[type=checkbox], #lot select, #lot button"));
    }

    [Fact]
    public async Task An_offer_to_which_nobody_applied_does_not_speak_of_cards()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);

        var text = (await BoardAsync(site.Recruiter, offer)).Text("main");
        Assert.Contains("Aucune candidature pour l'instant", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Gestures, text, StringComparison.Ordinal);

        await EndAsync(site, offer, OfferEnding.Withdrawn, null);
        Assert.DoesNotContain("carte", (await BoardAsync(site.Recruiter, offer)).Text("main"), StringComparison.Ordinal);
    }

    private async Task EndAsync(SampleSite site, Offer offer, OfferEnding ending, Guid? chosen, params Guid[] answered)
    {
        var version = (await SendAsync(site.Recruiter, new GetEnding(offer.Id, ending, chosen, null))).Value.Version;
        Assert.Null((await SendAsync(site.Recruiter, new EndOffer(offer.Id, version, ending, answered, chosen, "Merci à vous."))).Error);
    }

    private async Task<IHtmlDocument> BoardAsync(Actor actor, Offer offer)
    {
        using var client = App.ClientFor(actor);
        return await client.GetPageAsync($"/recruteur/offres/{offer.Id}/candidatures");
    }

    private async Task<IHtmlDocument> ListAsync(Actor actor, Offer offer)
    {
        using var client = App.ClientFor(actor);
        return await client.GetPageAsync($"/recruteur/offres/{offer.Id}/liste");
    }

    private static IEnumerable<string> Choices(IHtmlDocument board, string name) => board.QuerySelectorAll(".board-card")
        .Single(c => c.TextContent.Contains(name, StringComparison.Ordinal)).QuerySelectorAll("option").Select(o => o.TextContent);

    private static IEnumerable<string> Targets(IHtmlDocument list) => list.QuerySelectorAll("#ToStage option").Select(o => o.TextContent);
}
