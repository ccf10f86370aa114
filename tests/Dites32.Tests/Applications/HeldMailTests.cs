using Dites32.Core.Applications;
using Dites32.Core.Notifications;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Tests.Offers;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Applications;

/// <summary>The relay is down: the mail of a move is still there after its five minutes. Nobody reads two answers that contradict each other.</summary>
public sealed class HeldMailTests : PipelineTest
{
    [Fact]
    public async Task The_next_move_replaces_a_refusal_that_has_not_left()
    {
        var (site, card) = await RefusedAsync();
        Clock.Advance(TimeSpan.FromHours(2));

        Assert.Null((await MoveAsync(site, card, StageCategory.InReview)).Error);
        Assert.Null((await MoveAsync(site, card, StageCategory.Interview)).Error);

        var mails = await MailsAsync(card);
        var invitation = Assert.Single(mails, m => m.IsWaiting);
        Assert.Equal((await StateAsync(card)).Application.WaitingEmailId, invitation.Id);
        Assert.Contains("Un entretien vous est proposé", invitation.Subject, StringComparison.Ordinal);
        Assert.Equal(Clock.Now, (await StateAsync(card)).Application.FirstAnswerAt);
    }

    [Fact]
    public async Task Back_to_the_stage_the_person_knows_of_nothing_is_written()
    {
        var (site, card) = await RefusedAsync(StageCategory.InReview);
        Clock.Advance(TimeSpan.FromHours(2));
        var preview = await SendAsync(site, new PreviewMove(card, await StageOfAsync(card, StageCategory.InReview), null, null));

        Assert.Null((await MoveAsync(site, card, StageCategory.InReview)).Error);

        Assert.Null(preview.Value.Mail);
        Assert.DoesNotContain(await MailsAsync(card), m => m.IsWaiting);
        Assert.Null((await StateAsync(card)).Application.WaitingEmailId);
    }

    [Fact]
    public async Task The_person_reads_the_former_stage_as_long_as_the_mail_has_not_left()
    {
        var (site, card) = await RefusedAsync();
        var person = await PersonAsync(card);
        Clock.Advance(TimeSpan.FromHours(2));

        var before = (await SendAsync(person, new GetFollowUp(card))).Value;
        Assert.Equal(StageCategory.Received, before.Category);
        Assert.DoesNotContain(before.Steps, s => s.Label == "Non retenue");

        await MailsLeaveAsync(card);
        var after = (await SendAsync(person, new GetFollowUp(card))).Value;
        Assert.Equal(StageCategory.Refused, after.Category);
        Assert.Contains(after.Steps, s => s.Label == "Non retenue");
        Assert.Equal(site.AccountId, (await InDatabaseAsync(db => db.ApplicationEvents.SingleAsync(e => e.ApplicationId == card && e.ToCategory == StageCategory.Refused, Stop))).AuthorId);
    }

    [Fact]
    public async Task A_refusal_that_never_left_is_no_step_of_the_persons_history()
    {
        var (site, card) = await RefusedAsync();
        Clock.Advance(TimeSpan.FromHours(2));
        await MoveAsync(site, card, StageCategory.InReview);
        Clock.Advance(TimeSpan.FromDays(120)); // the cancelled mail is swept meanwhile
        Assert.Null((await SendAsync(Actor.System, new SweepOutbox())).Error);

        var steps = (await SendAsync(await PersonAsync(card), new GetFollowUp(card))).Value.Steps;

        Assert.DoesNotContain(steps, s => s.Label == "Non retenue");
    }

    [Fact]
    public async Task While_the_worker_sends_the_mail_the_next_move_waits_for_its_fate()
    {
        var (site, card) = await RefusedAsync();
        Clock.Advance(TimeSpan.FromHours(2));
        await MailIsAsync(card, m => m.SetProperty(e => e.Attempts, 1).SetProperty(e => e.LeasedUntil, Clock.Now.AddSeconds(50)));

        var moved = await MoveAsync(site, card, StageCategory.InReview);

        Assert.Equal("application.mail-leaving", moved.Error?.Code);
        Assert.Equal(StageCategory.Refused, (await StateAsync(card)).Category);
        Assert.True(Assert.Single(await MailsAsync(card)).IsWaiting);
    }

    [Fact]
    public async Task A_mail_that_may_have_left_counts_as_read_and_is_not_tried_again()
    {
        var (site, card) = await RefusedAsync();
        Clock.Advance(TimeSpan.FromHours(2));
        await MailIsAsync(card, m => m.SetProperty(e => e.Attempts, 1).SetProperty(e => e.Failure, MailFailure.Lost));

        Assert.Null((await MoveAsync(site, card, StageCategory.InReview)).Error);

        var application = (await StateAsync(card)).Application;
        var mails = await MailsAsync(card);
        Assert.Equal(StageCategory.Refused, application.FormerCategory);
        Assert.Equal(application.WaitingEmailId, Assert.Single(mails, m => m.IsWaiting).Id);
        Assert.Contains("rouvert", BodyOf(mails.Single(m => m.IsWaiting)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_withdraws_does_not_hear_afterwards_that_the_application_advances()
    {
        var site = await this.SiteAsync();
        var card = await ApplyAsync(await this.OfferAsync(site));
        await MoveAsync(site.Recruiter, card, StageCategory.Interview);
        Clock.Advance(TimeSpan.FromHours(2));

        var person = await PersonAsync(card);
        Assert.Null((await SendAsync(person, new WithdrawApplication(card))).Error);

        Assert.NotNull(Assert.Single(await MailsAsync(card)).CancelledAt);
        Assert.DoesNotContain((await SendAsync(person, new GetFollowUp(card))).Value.Steps, s => s.Label == "Entretien");
    }

    [Fact]
    public async Task Against_a_worker_at_the_same_instant_either_the_mail_leaves_or_it_is_replaced()
    {
        var site = await this.SiteAsync();
        var card = await ApplyAsync(await this.OfferAsync(site));
        for (var round = 0; round < 20; round++)
        {
            await MoveAsync(site.Recruiter, card, Other((await StateAsync(card)).Category));
            Clock.Advance(TimeSpan.FromMinutes(30));
            var state = await StateAsync(card);
            var mail = state.Application.WaitingEmailId!.Value;
            var next = await StageOfAsync(card, state.Category == StageCategory.Proposal ? StageCategory.InReview : StageCategory.Proposal);
            var leased = LeaseAsync(mail);
            var moved = SendAsync(site.Recruiter, new MoveApplication(card, next, state.Version));

            Assert.NotEqual(await leased, (await moved).Error is null);
            Assert.Equal(await leased ? "application.mail-leaving" : null, (await moved).Error?.Code);
            Assert.Equal(await leased, (await MailsAsync(card)).Single(m => m.Id == mail).CancelledAt is null);
            Clock.Advance(TimeSpan.FromMinutes(30));
            await MailsLeaveAsync(card);
        }

        static StageCategory Other(StageCategory category) => category == StageCategory.Interview ? StageCategory.Visit : StageCategory.Interview;
    }

    private async Task<(Actor Recruiter, Guid Card)> RefusedAsync(StageCategory? heard = null)
    {
        var site = await this.SiteAsync();
        var card = await ApplyAsync(await this.OfferAsync(site));
        if (heard is { } stage)
        {
            await MoveAsync(site.Recruiter, card, stage);
            Clock.Advance(TimeSpan.FromMinutes(6));
            await MailsLeaveAsync(card);
        }

        Assert.Null((await MoveAsync(site.Recruiter, card, StageCategory.Refused, RefusalReason.OtherChosen, "Merci à vous.")).Error);
        return (site.Recruiter, card);
    }

    private async Task<Guid> StageOfAsync(Guid card, StageCategory category) =>
        await StageAsync((await StateAsync(card)).Application.OfferId, category);

    private Task<int> MailIsAsync(Guid card, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<OutboxEmail>> change) => InDatabaseAsync(db =>
        db.OutboxEmails.Where(e => e.AboutId == card && e.Kind == PipelineEmails.MovedKind && e.SentAt == null && e.CancelledAt == null).ExecuteUpdateAsync(change, Stop));

    /// <summary>What the worker does first: it takes the row only while it waits.</summary>
    private async Task<bool> LeaseAsync(Guid mail) => await InDatabaseAsync(db => db.OutboxEmails
        .Where(e => e.Id == mail && e.CancelledAt == null && e.LeasedUntil == null)
        .ExecuteUpdateAsync(m => m.SetProperty(e => e.Attempts, 1).SetProperty(e => e.LeasedUntil, Clock.Now.AddMinutes(1)), Stop)) == 1;
}
