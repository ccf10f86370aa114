using System.Net;
using Dites32.Core.Applications;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Dites32.Tests.Offers;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Applications;

public sealed class EndOfferTests : PipelineTest
{
    [Fact]
    public async Task Everybody_who_awaits_is_answered_in_the_save_that_fills_the_offer()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var (chosen, other, done) = (await ApplyAsync(offer), await ApplyAsync(offer), await ApplyAsync(offer));
        await MoveAllTheWayAsync(site.Recruiter, chosen, StageCategory.Interview, StageCategory.Accepted);
        await MoveAllTheWayAsync(site.Recruiter, done, StageCategory.Refused);

        Assert.Null((await EndAsync(site.Recruiter, offer, OfferEnding.Filled, [other], chosen)).Error);
        Assert.Null((await EndAsync(site.Recruiter, offer, OfferEnding.Filled, [other], chosen)).Error);

        var closed = (await StateAsync(other)).Application;
        Assert.Equal((StageCategory.Closed, RefusalReason.OfferFilled), (closed.Category, closed.Reason));
        Assert.Contains("Merci à toutes et à tous.", BodyOf(Assert.Single(await MailsAsync(other))), StringComparison.Ordinal);
        Assert.Equal(StageCategory.Accepted, (await StateAsync(chosen)).Category);
        Assert.Single(await MailsAsync(done));
        Assert.Equal(OfferStatus.Filled, await StatusAsync(offer));
    }

    [Fact]
    public async Task Somebody_without_an_answer_keeps_the_offer_from_ending()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var card = await ApplyAsync(offer);

        Assert.Equal("application.ending-changed", (await EndAsync(site.Recruiter, offer, OfferEnding.Withdrawn, [])).Error?.Code);
        Assert.Equal("application.answer-missing", (await EndAsync(site.Recruiter, offer, OfferEnding.Withdrawn, [card], answer: " ")).Error?.Code);
        Assert.Equal("application.not-chosen", (await EndAsync(site.Recruiter, offer, OfferEnding.Filled, [], card)).Error?.Code);
        Assert.Equal(OfferStatus.Published, await StatusAsync(offer));
        Assert.Equal(StageCategory.Received, (await StateAsync(card)).Category);
    }

    [Fact]
    public async Task Nobody_ends_an_offer_to_which_they_applied_and_strangers_find_none()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var card = await ApplyAsync(offer, email: site.RecruiterEmail);

        Assert.Equal("application.own-among-them", (await EndAsync(site.Recruiter, offer, OfferEnding.Withdrawn, [card])).Error?.Code);
        Assert.Equal("offer.not-found", (await EndAsync((await this.SiteAsync()).Recruiter, offer, OfferEnding.Withdrawn, [card])).Error?.Code);
    }

    [Fact]
    public async Task The_page_shows_who_awaits_then_the_mail_then_ends()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var card = await ApplyAsync(offer, "Dr Alix Martin");
        var path = $"/recruteur/offres/{offer.Id}/terminer?fin=retiree";
        using var recruiter = App.ClientFor(site.Recruiter);

        var page = await recruiter.GetPageAsync(path);
        Assert.Contains("Dr Alix Martin", page.Text("main"), StringComparison.Ordinal);
        var review = await (await recruiter.SubmitAsync(page, path, "terminer", ("Input.Act", "review"))).ReadPageAsync();
        Assert.Contains("Cette offre est retirée", review.Text(".mail-preview"), StringComparison.Ordinal);
        for (var click = 0; click < 2; click++)
        {
            var ended = await recruiter.SubmitAsync(review, path, "terminer", ("Input.Act", "send"));
            Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        }

        Assert.Equal(OfferStatus.Withdrawn, await StatusAsync(offer));
        Assert.Equal(RefusalReason.OfferWithdrawn, (await StateAsync(card)).Application.Reason);
    }

    private async Task<Result> EndAsync(
        Actor actor, Offer offer, OfferEnding ending, IReadOnlyList<Guid> seen, Guid? chosen = null, string answer = "Merci à toutes et à tous.") =>
        await SendAsync(actor, new EndOffer(offer.Id, await InDatabaseAsync(db => db.Offers.Where(o => o.Id == offer.Id)
            .Select(o => EF.Property<uint>(o, "Version")).SingleAsync(Stop)), ending, seen, chosen, answer));

    private Task<OfferStatus> StatusAsync(Offer offer) => InDatabaseAsync(db => db.Offers.Where(o => o.Id == offer.Id).Select(o => o.Status).SingleAsync(Stop));
}
