using Dites32.Core.Applications;
using Dites32.Core.Offers;
using Dites32.Core.Privacy;
using Dites32.Core.Privacy.Retention;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Privacy.Retention;

/// <summary>What is over is announced, then forgotten, and only where an administrator has said so.</summary>
public sealed class RetentionTests : RetentionTest
{
    [Fact]
    public async Task A_rule_counts_and_touches_nothing_until_an_administrator_makes_it_real()
    {
        var refused = await EndedAsync(StageCategory.Refused);

        await NightAfterAsync(200);

        Assert.Equal("known", await FateAsync(refused));
        Assert.Empty(await NoticesAsync());
        var seen = await SeenAsync(RetentionRule.Refused);
        Assert.Equal((null, null, 3, 30, 1, 1), (seen.RealSince, seen.Refusal, seen.Months, seen.NoticeDays, seen.Over, seen.ToAnnounce));
        var night = await NightOfAsync(RetentionRule.Refused);
        Assert.Equal((false, 1, 1, 0, 0), (night.IsReal, night.Over, night.ToAnnounce, night.Announced, night.Erased));
    }

    [Fact]
    public async Task Whoever_was_refused_is_told_thirty_days_before_and_forgotten_after_three_months()
    {
        await RealAsync(RetentionRule.Refused, RetentionRule.Erased);
        var id = await EndedAsync(StageCategory.Refused); // 2 March
        var under = await ApplyAsync(Offer);

        await NightAfterAsync(61); // 2 May, 31 days before
        Assert.Empty(await NoticesAsync());
        await NightAfterAsync(1);
        var notice = Assert.Single(await NoticesAsync());
        await NightAsync(); // once more in the same night
        Assert.Single(await NoticesAsync());
        var body = BodyOf(notice);
        Assert.Equal("Votre candidature sera effacée le 2 juin 2026", notice.Subject);
        Assert.Contains($"à l'offre «\u00a0{Offer.Title}\u00a0»", body, StringComparison.Ordinal);
        Assert.Contains("https://dites32.example/suivi/", body, StringComparison.Ordinal);
        await NightAfterAsync(29);
        Assert.Equal("known", await FateAsync(id)); // 1 June
        await NightAfterAsync(1);

        Assert.Equal("gone", await FateAsync(id)); // three months after its end: its rest goes in the same night
        Assert.Equal("known", await FateAsync(under));
        Assert.Equal(1, await InDatabaseAsync(db => db.Candidates.CountAsync(Stop)));
        Assert.Equal(1, await InDatabaseAsync(db => db.Erasures.CountAsync(e => e.SubjectId == id, Stop))); // a restored backup forgets it again
        Assert.Equal((new DateOnly(2026, 3, 1), StageCategory.Refused, 1), await FigureAsync());
        var night = await NightOfAsync(RetentionRule.Refused);
        Assert.Equal((true, 1, 0, 1), (night.IsReal, night.Over, night.Announced, night.Erased));
    }

    [Fact]
    public async Task A_rule_that_is_made_real_years_late_still_gives_everybody_their_thirty_days()
    {
        var id = await EndedAsync(StageCategory.Refused); // 2 March 2026
        await NightAfterAsync(1000);
        await RealAsync(RetentionRule.Refused);

        await NightAfterAsync(1); // 27 November 2028
        Assert.Equal("Votre candidature sera effacée le 27 décembre 2028", Assert.Single(await NoticesAsync()).Subject);
        await NightAfterAsync(29);
        Assert.Equal("known", await FateAsync(id));
        await NightAfterAsync(1);

        Assert.Equal("erased", await FateAsync(id));
    }

    [Fact]
    public async Task Whoever_joins_the_pool_once_told_stays_for_two_years_and_may_renew()
    {
        await RealAsync(RetentionRule.Refused, RetentionRule.Pool, RetentionRule.Erased);
        var id = await EndedAsync(StageCategory.Refused);
        await NightAfterAsync(62);
        await PoolAsync(id, joins: true); // 3 May 2026

        await NightAfterAsync(365);
        await NightAfterAsync(335); // 2 April 2028, 31 days before
        Assert.Single(await NoticesAsync());
        await NightAfterAsync(1);
        Assert.Equal(2, (await NoticesAsync()).Count);
        await PoolAsync(id, joins: true);
        await NightAfterAsync(100);
        Assert.Equal("known", await FateAsync(id));

        await PoolAsync(id, joins: false); // the page has said what follows
        await NightAfterAsync(1);
        Assert.Equal("gone", await FateAsync(id));
        Assert.Equal(2, (await NoticesAsync()).Count);
    }

    [Fact]
    public async Task Whoever_leaves_the_pool_early_is_told_like_everybody_else()
    {
        await RealAsync(RetentionRule.Refused);
        var id = await EndedAsync(StageCategory.Refused);
        await PoolAsync(id, joins: true);
        await PoolAsync(id, joins: false);

        await NightAfterAsync(62);
        Assert.Single(await NoticesAsync());
        await NightAfterAsync(30);
        Assert.Equal("erased", await FateAsync(id)); // its rest stays: that rule only counts
    }

    [Fact]
    public async Task A_card_that_is_opened_again_begins_anew_and_an_old_notice_is_worth_nothing()
    {
        await RealAsync(RetentionRule.Refused);
        var id = await EndedAsync(StageCategory.Refused);
        await NightAfterAsync(62);
        Assert.Null((await MoveAsync(Site.Recruiter, id, StageCategory.InReview)).Error);
        await NightAfterAsync(31);
        Assert.Equal("known", await FateAsync(id));
        Assert.Null((await MoveAsync(Site.Recruiter, id, StageCategory.Refused, RefusalReason.DatesDiffer, "Merci à vous.")).Error);

        await NightAfterAsync(62);
        Assert.Equal(2, (await NoticesAsync()).Count);
        await NightAfterAsync(29);
        Assert.Equal("known", await FateAsync(id));
        await NightAfterAsync(2);
        Assert.Equal("erased", await FateAsync(id));
    }

    [Fact]
    public async Task What_nobody_has_touched_for_two_years_is_closed_and_forgotten_and_the_recruiter_sees_why()
    {
        await RealAsync(RetentionRule.Dormant);
        var id = await ApplyAsync(Offer);

        await NightAfterAsync(701);
        Assert.Single(await NoticesAsync());
        await NightAfterAsync(30);

        var card = (await SendAsync(Site.Recruiter, new GetCard(id))).Value;
        Assert.Equal((StageCategory.Closed, Clock.Now), (card.Category, card.ErasedAt));
        Assert.Equal(["Données effacées", "De «\u00a0Reçue\u00a0» à «\u00a0Sans suite\u00a0»\u00a0: autre raison", "Effacement prochain annoncé", "Candidature reçue"], card.History.Select(h => h.What));
        Assert.Empty(await MailsAsync(id)); // nobody hears of a move
    }

    [Fact]
    public async Task A_question_of_a_year_ago_is_forgotten_with_its_mails()
    {
        await RealAsync(RetentionRule.Question);
        Assert.Null((await SendAsync(Actor.Anonymous, new AskQuestion(Guid.NewGuid(), Offer.Number, "Nadia Essai", "nadia@exemple.fr", "Y a-t-il un logement ?", false))).Error);

        await NightAfterAsync(364);
        Assert.Equal(1, await InDatabaseAsync(db => db.OfferQuestions.CountAsync(Stop)));
        await NightAfterAsync(1);

        Assert.Equal(0, await InDatabaseAsync(db => db.OfferQuestions.CountAsync(Stop)));
        Assert.Equal(0, await InDatabaseAsync(db => db.OutboxEmails.CountAsync(m => m.ToAddress == "nadia@exemple.fr", Stop)));
        Assert.Equal(1, (await NightOfAsync(RetentionRule.Question)).Erased);
    }

    [Fact]
    public async Task An_intern_is_forgotten_three_years_after_the_last_semester_and_the_file_with_all_that_belongs_to_them()
    {
        await RealAsync(RetentionRule.Intern);
        await this.AddInternAsync("nadia.zelandieu@exemple.fr", author: null); // the file is newer than its semesters

        await NightAfterAsync(1095);
        Assert.Equal(1, await InDatabaseAsync(db => db.Interns.CountAsync(Stop)));
        await NightAfterAsync(2);

        Assert.Equal(0, await InDatabaseAsync(async db => await db.Interns.CountAsync(Stop) + await db.Assignments.CountAsync(Stop) + await db.HousingBookings.CountAsync(Stop)));
        Assert.Equal(1, (await NightOfAsync(RetentionRule.Intern)).Erased);
        Assert.Equal(1, await InDatabaseAsync(db => db.Supervisors.CountAsync(Stop))); // another's file, with the same address
    }

    [Fact]
    public async Task What_was_erased_on_demand_stays_a_while_without_a_name_and_becomes_a_figure()
    {
        await RealAsync(RetentionRule.Erased);
        var id = await ApplyAsync(Offer);
        Assert.Null((await SendAsync(await PersonAsync(id), new EraseApplication(id))).Error);

        await NightAfterAsync(91);
        Assert.Equal("erased", await FateAsync(id));
        await NightAfterAsync(1);

        Assert.Equal("gone", await FateAsync(id));
        Assert.Equal((new DateOnly(2026, 3, 1), StageCategory.Withdrawn, 1), await FigureAsync());
        Assert.Empty(await NoticesAsync());
        Assert.Null((await SendAsync(Actor.System, new ReplayErasures())).Error); // nothing is left to erase again
    }

    [Fact]
    public async Task A_night_erases_so_many_and_the_next_run_goes_on()
    {
        await RealAsync(RetentionRule.Question);
        for (var i = 0; i < ApplyRetention.Batch + 3; i++)
        {
            await SaveAsync(OfferQuestion.Ask(Guid.NewGuid(), Offer.Id, "Nadia Essai", $"personne{i}@exemple.fr", "Une question ?", Clock.Now));
        }

        await NightAfterAsync(400);
        Assert.Equal(3, await InDatabaseAsync(db => db.OfferQuestions.CountAsync(Stop)));
        await NightAsync();

        Assert.Equal(0, await InDatabaseAsync(db => db.OfferQuestions.CountAsync(Stop)));
        var night = await NightOfAsync(RetentionRule.Question);
        Assert.Equal((ApplyRetention.Batch + 3, ApplyRetention.Batch + 3), (night.Over, night.Erased));
    }

    [Fact]
    public async Task Whoever_chooses_the_pool_at_the_very_moment_of_the_erasure_is_kept_or_told_that_it_is_too_late()
    {
        await RealAsync(RetentionRule.Refused);
        var people = new List<Guid>();
        for (var i = 0; i < 8; i++)
        {
            people.Add(await EndedAsync(StageCategory.Refused));
        }

        await NightAfterAsync(70);
        Clock.Advance(TimeSpan.FromDays(40));
        var holders = await Task.WhenAll(people.Select(PersonAsync));
        var night = Task.Run(() => SendAsync(Actor.System, new ApplyRetention()));
        var chosen = await Task.WhenAll(people.Zip(holders, (id, holder) => SendAsync(holder, new ChoosePool(id, Joins: true))));
        Assert.True(await Record.ExceptionAsync(() => night) is null or RunAgainException); // of a race lost to the last: the next run goes on
        await NightAsync();

        var fates = await Task.WhenAll(people.Select(FateAsync));
        Assert.Equal(chosen.Select(c => c.Error is null ? "known" : "erased"), fates);
    }

    private async Task<NightReport> NightOfAsync(RetentionRule rule) =>
        (await SendAsync(await SomeoneAsync(Role.DataProtectionOfficer), new GetRetention())).Value.Nights.First(n => n.Rule == rule);

    private Task<(DateOnly, StageCategory, int)> FigureAsync() => InDatabaseAsync(async db =>
    {
        var figure = await db.ApplicationFigures.SingleAsync(Stop);
        return (figure.Month, figure.Outcome, figure.Count);
    });
}
