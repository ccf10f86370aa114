using Dites32.Core.Applications;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Dites32.Tests.Offers;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Applications;

public sealed class SubmitApplicationTests : CoreTest
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_candidate_applies_and_both_sides_are_told()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);

        var application = await this.ApplyAsync(offer);

        Assert.Equal(StageCategory.Received, application.Category);
        Assert.Equal(new DateOnly(2026, 3, 9), application.AnswerDueOn); // five working days
        var mails = await InDatabaseAsync(db => db.OutboxEmails.AsNoTracking().ToListAsync(Stop));
        Assert.Equal(["application.arrived", "application.draft", "application.received"], mails.Select(m => m.Kind).Order());
        Assert.Equal(site.RecruiterEmail, mails.Single(m => m.Kind == "application.arrived").ToAddress);
        var history = await InDatabaseAsync(db => db.ApplicationEvents.AsNoTracking().ToListAsync(Stop));
        Assert.Equal(ApplicationEventKind.Submitted, Assert.Single(history).Kind);
    }

    [Fact]
    public async Task Sent_a_hundred_times_at_once_a_draft_becomes_one_application()
    {
        var (draftId, holder) = await this.DraftAsync(await this.OfferAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => SendAsync(holder, new SubmitApplication(draftId))));

        Assert.All(answers, answer => Assert.Null(answer.Error));
        Assert.Equal(1, await InDatabaseAsync(db => db.Applications.CountAsync(Stop)));
        Assert.Equal(1, await InDatabaseAsync(db => db.OutboxEmails.CountAsync(m => m.Kind == "application.received", Stop)));
    }

    [Fact]
    public async Task Two_drafts_of_one_address_sent_at_once_give_one_application_and_the_same_answer()
    {
        var offer = await this.OfferAsync();
        var first = await this.DraftAsync(offer);
        var second = await this.DraftAsync(offer, "  Claire.DUPOUY@example.org ");

        var answers = await Task.WhenAll(
            SendAsync(first.Holder, new SubmitApplication(first.DraftId)), SendAsync(second.Holder, new SubmitApplication(second.DraftId)));

        Assert.All(answers, answer => Assert.Null(answer.Error));
        Assert.Equal(1, await InDatabaseAsync(db => db.Applications.CountAsync(Stop)));
        Assert.Equal(1, await InDatabaseAsync(db => db.OutboxEmails.CountAsync(m => m.Kind == ApplicationEmails.LinkKind, Stop)));
        Assert.Equal(2, await InDatabaseAsync(db => db.ApplicationDrafts.CountAsync(d => d.SentAt != null, Stop)));
    }

    [Fact]
    public async Task Whoever_withdrew_may_apply_again()
    {
        var offer = await this.OfferAsync();
        var first = await this.ApplyAsync(offer);
        Assert.Null((await SendAsync(await this.HolderAsync(first.Id), new WithdrawApplication(first.Id))).Error);

        var second = await this.ApplyAsync(offer);

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(StageCategory.Received, second.Category);
    }

    [Fact]
    public async Task A_spontaneous_application_lands_in_the_pool_of_the_mission()
    {
        var application = await this.ApplyAsync(null);

        Assert.Null(application.OfferId);
        Assert.Equal("Autour d'Auch", application.Wishes?.Where);
        var mail = await InDatabaseAsync(db => db.OutboxEmails.AsNoTracking().SingleAsync(m => m.Kind == "application.arrived", Stop));
        Assert.Equal("dites32@gers.example", mail.ToAddress);
    }

    [Fact]
    public async Task An_offer_is_open_until_the_end_of_its_last_day_in_France()
    {
        var offer = await this.OfferAsync(new SampleOffer { ClosesOn = new DateOnly(2026, 3, 31) });
        Clock.Now = new DateTimeOffset(2026, 3, 31, 21, 30, 0, TimeSpan.Zero); // 31 March, 23:30 in Paris
        var (draftId, holder) = await this.DraftAsync(offer);

        Clock.Now = new DateTimeOffset(2026, 3, 31, 22, 30, 0, TimeSpan.Zero); // 1 April, 00:30
        var result = await SendAsync(holder, new SubmitApplication(draftId));

        Assert.Equal("offer.closed", result.Error?.Code);
        Assert.Equal(0, await InDatabaseAsync(db => db.Applications.CountAsync(Stop)));
    }

    [Fact]
    public async Task The_draft_of_somebody_else_does_not_exist()
    {
        var offer = await this.OfferAsync();
        var (draftId, _) = await this.DraftAsync(offer);
        var stranger = await this.DraftAsync(offer, "autre@example.org");

        Assert.Equal("draft.not-found", (await SendAsync(stranger.Holder, new SubmitApplication(draftId))).Error?.Code);
        Assert.Equal("draft.not-found", (await SendAsync(stranger.Holder, new GetDraft(draftId))).Error?.Code);
        Assert.Equal(ErrorKind.Forbidden, (await SendAsync(Actor.Anonymous, new GetDraft(draftId))).Error?.Kind);
    }

    [Fact]
    public async Task A_first_step_sent_twice_is_one_draft_and_its_number_taken_by_somebody_else_is_refused()
    {
        var offer = await this.OfferAsync();
        var command = new StartApplication(Guid.NewGuid(), offer.Number, "Claire Dupouy", "claire@example.org", "0612345678", false);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync(Actor.Anonymous, command)));
        var stranger = await SendAsync(Actor.Anonymous, command with { Email = "autre@example.org" });

        Assert.Single(answers.Select(a => a.Value).Distinct());
        Assert.Equal("draft.not-found", stranger.Error?.Code);
        Assert.Equal(1, await InDatabaseAsync(db => db.OutboxEmails.CountAsync(Stop)));
    }

    [Fact]
    public async Task The_form_bombs_nobody_three_mails_a_day_to_one_address()
    {
        var offer = await this.OfferAsync();
        for (var i = 0; i < 6; i++)
        {
            var started = await SendAsync(Actor.Anonymous, new StartApplication(Guid.NewGuid(), offer.Number, "X Y", "victime@example.org", "0612345678", false));
            Assert.Null(started.Error); // the draft is kept all the same
        }

        Assert.Equal(3, await InDatabaseAsync(db => db.OutboxEmails.CountAsync(Stop)));
    }

    [Fact]
    public async Task A_mistyped_address_is_corrected_and_the_links_sent_to_it_die()
    {
        var offer = await this.OfferAsync();
        var (draftId, holder) = await this.DraftAsync(offer, "clarie@example.org");
        await SendAsync(holder, new SubmitApplication(draftId));
        var application = await InDatabaseAsync(db => db.Applications.AsNoTracking().SingleAsync(Stop));
        var stranger = await this.HolderAsync(application.Id);

        Assert.Null((await SendAsync(holder, new CorrectSentAddress(draftId, "claire@example.org"))).Error);

        Assert.Equal("application.not-found", (await SendAsync(stranger, new GetFollowUp(application.Id))).Error?.Code);
        var followUp = (await SendAsync(await this.HolderAsync(application.Id), new GetFollowUp(application.Id))).Value;
        Assert.Equal("claire@example.org", followUp.Email);
        Assert.False(followUp.IsEmailConfirmed);
    }

    [Fact]
    public async Task Correcting_the_address_of_a_second_application_that_was_not_kept_creates_it()
    {
        var offer = await this.OfferAsync();
        await this.ApplyAsync(offer, "claire@example.org");
        var (draftId, holder) = await this.DraftAsync(offer, "claire@example.org");
        await SendAsync(holder, new SubmitApplication(draftId));

        Assert.Null((await SendAsync(holder, new CorrectSentAddress(draftId, "clara@example.org"))).Error);

        Assert.Equal(2, await InDatabaseAsync(db => db.Applications.CountAsync(Stop)));
    }
}
