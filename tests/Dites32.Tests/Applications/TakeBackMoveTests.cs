using Dites32.Core.Applications;
using Dites32.Core.Offers;
using Dites32.Tests.Offers;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Applications;

public sealed class TakeBackMoveTests : PipelineTest
{
    [Fact]
    public async Task Within_five_minutes_the_card_stands_as_before_and_the_mail_does_not_leave()
    {
        var (site, card) = await CardAsync();
        var before = (await StateAsync(card)).Application;
        Clock.Advance(TimeSpan.FromDays(2));
        await MoveAsync(site, card, StageCategory.Refused, RefusalReason.OtherChosen, "Merci.");
        Clock.Advance(TimeSpan.FromMinutes(4));

        Assert.Null((await TakeBackAsync(site, card)).Error);

        var after = (await StateAsync(card)).Application;
        Assert.Equal(
            (before.StageId, before.StageEnteredAt, before.AnswerDueOn, before.FirstAnswerAt, before.Reason, before.DecidedAt),
            (after.StageId, after.StageEnteredAt, after.AnswerDueOn, after.FirstAnswerAt, after.Reason, after.DecidedAt));
        Assert.NotNull(Assert.Single(await MailsAsync(card)).CancelledAt);
        Assert.True(await InDatabaseAsync(db => db.ApplicationEvents.AnyAsync(e => e.ApplicationId == card && e.Kind == ApplicationEventKind.TakenBack, Stop)));
    }

    [Fact]
    public async Task A_reopening_taken_back_finds_its_refusal_and_its_reason_again()
    {
        var (site, card) = await CardAsync();
        await MoveAsync(site, card, StageCategory.Refused, RefusalReason.DatesDiffer, "Merci.");
        Clock.Advance(TimeSpan.FromDays(1));
        await MailsLeaveAsync(card);
        await MoveAsync(site, card, StageCategory.InReview);

        Assert.Null((await TakeBackAsync(site, card)).Error);

        var after = (await StateAsync(card)).Application;
        Assert.Equal((StageCategory.Refused, RefusalReason.DatesDiffer), (after.Category, after.Reason));
        Assert.NotNull(after.FirstAnswerAt);
    }

    [Fact]
    public async Task Two_moves_in_a_row_go_back_to_what_the_person_knows()
    {
        var (site, card) = await CardAsync();
        await MoveAllTheWayAsync(site, card, StageCategory.InReview, StageCategory.Interview);

        Assert.Null((await TakeBackAsync(site, card)).Error);

        Assert.Equal(StageCategory.Received, (await StateAsync(card)).Category);
        Assert.All(await MailsAsync(card), mail => Assert.NotNull(mail.CancelledAt));
    }

    [Fact]
    public async Task After_five_minutes_it_is_too_late()
    {
        var (site, card) = await CardAsync();
        await MoveAsync(site, card, StageCategory.InReview);
        Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal("application.too-late", (await TakeBackAsync(site, card)).Error?.Code);
    }

    [Fact]
    public async Task Nothing_moved_nothing_is_taken_back()
    {
        var (site, card) = await CardAsync();

        Assert.Equal("application.too-late", (await TakeBackAsync(site, card)).Error?.Code);
    }

    [Fact]
    public async Task Twice_by_the_same_person_is_a_success_and_by_another_a_conflict()
    {
        var (site, card) = await CardAsync();
        await MoveAsync(site, card, StageCategory.InReview);
        var version = (await StateAsync(card)).Version;

        Assert.Null((await SendAsync(site, new TakeBackMove(card, version))).Error);
        Assert.Null((await SendAsync(site, new TakeBackMove(card, version))).Error);
        Assert.Equal("application.moved-meanwhile", (await SendAsync(await MissionAsync(), new TakeBackMove(card, version))).Error?.Code);
    }

    [Fact]
    public async Task When_the_worker_has_the_mail_the_move_stays()
    {
        var (site, card) = await CardAsync();
        await MoveAsync(site, card, StageCategory.InReview);
        await InDatabaseAsync(db => db.OutboxEmails.Where(e => e.AboutId == card && e.Kind == PipelineEmails.MovedKind).ExecuteUpdateAsync(
            mail => mail.SetProperty(e => e.Attempts, 1).SetProperty(e => e.LeasedUntil, Clock.Now.AddMinutes(1)), Stop));

        Assert.Equal("application.too-late", (await TakeBackAsync(site, card)).Error?.Code);
        Assert.Equal(StageCategory.InReview, (await StateAsync(card)).Category);
    }

    [Fact]
    public async Task Against_a_worker_at_the_same_instant_either_the_mail_leaves_or_the_card_goes_back()
    {
        var (site, card) = await CardAsync();
        for (var round = 0; round < 20; round++)
        {
            await MoveAsync(site, card, (await StateAsync(card)).Category == StageCategory.Interview ? StageCategory.Visit : StageCategory.Interview);
            var state = await StateAsync(card);
            var leased = LeaseAsync(state.Application.WaitingEmailId!.Value);
            var back = SendAsync(site, new TakeBackMove(card, state.Version));

            Assert.NotEqual(await leased, (await back).Error is null);
            Clock.Advance(TimeSpan.FromMinutes(10));
        }
    }

    private async Task<(Core.Shared.Actor Recruiter, Guid Card)> CardAsync()
    {
        var site = await this.SiteAsync();
        return (site.Recruiter, await ApplyAsync(await this.OfferAsync(site)));
    }

    private async Task<Core.Shared.Result> TakeBackAsync(Core.Shared.Actor actor, Guid card) =>
        await SendAsync(actor, new TakeBackMove(card, (await StateAsync(card)).Version));

    /// <summary>What the worker does first: it takes the row only while it waits.</summary>
    private async Task<bool> LeaseAsync(Guid mail) => await InDatabaseAsync(db => db.OutboxEmails
        .Where(e => e.Id == mail && e.CancelledAt == null && e.LeasedUntil == null)
        .ExecuteUpdateAsync(m => m.SetProperty(e => e.Attempts, 1).SetProperty(e => e.LeasedUntil, Clock.Now.AddMinutes(1)), Stop)) == 1;
}
