using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.SpouseSupport;

/// <summary>News at 3 and at 12 months of whoever has found a post or started a business.</summary>
public sealed class SpouseFollowUpTests : SpouseTest
{
    [Fact]
    public async Task Entering_a_post_plans_the_news_at_three_and_at_twelve_months_by_itself()
    {
        var caseworker = await InAsync(SpouseCaseState.InPost);
        var file = (await SendAsync(caseworker, new GetSpouseCase((await FileAsync()).Id))).Value;

        Assert.Equal(("Prendre des nouvelles à 3 mois", new DateOnly(2026, 6, 2)), (file.NextStep, file.NextStepOn));
        var year = Assert.Single(file.Agenda.Tasks);
        Assert.Equal(("Prendre des nouvelles à 12 mois", new DateOnly(2027, 3, 2), "Maylis Duprat"), (year.Text, year.DueOn, year.OwnerName));
        Assert.Null(file.Agenda.FollowUp);
    }

    [Fact]
    public async Task Once_the_news_at_three_months_are_due_those_at_twelve_are_proposed_and_take_the_place_of_their_task()
    {
        var caseworker = await InAsync(SpouseCaseState.BusinessCreated);
        var id = (await FileAsync()).Id;
        Clock.Now = new DateTimeOffset(2026, 6, 2, 9, 0, 0, TimeSpan.Zero);

        var proposed = (await SendAsync(caseworker, new GetSpouseCase(id))).Value.Agenda.FollowUp!;
        Assert.Equal(new FollowUp("Prendre des nouvelles à 12 mois", new DateOnly(2027, 3, 2)), proposed);
        Assert.Null((await SendAsync(caseworker, new PlanSpouseStep(id, await VersionAsync(), proposed.Text, proposed.On.ForMachines()))).Error);

        var file = (await SendAsync(caseworker, new GetSpouseCase(id))).Value;
        Assert.Equal((proposed.Text, proposed.On), (file.NextStep, file.NextStepOn));
        Assert.Empty(file.Agenda.Tasks);
        Assert.Null(file.Agenda.FollowUp);
    }

    [Fact]
    public async Task Another_step_in_between_keeps_the_task_at_twelve_months()
    {
        var caseworker = await InAsync(SpouseCaseState.InPost);
        Clock.Now = new DateTimeOffset(2026, 6, 3, 9, 0, 0, TimeSpan.Zero);

        Assert.Null((await SendAsync(caseworker, new PlanSpouseStep((await FileAsync()).Id, await VersionAsync(), "Rappeler", "2026-09-01"))).Error);

        Assert.Equal(new DateOnly(2027, 3, 2), (await BehindTheWallAsync(db => db.Tasks.SingleAsync(Stop))).DueOn);
    }

    [Fact]
    public async Task A_post_that_is_lost_is_followed_no_more_and_the_next_one_counts_from_its_own_day()
    {
        var caseworker = await InAsync(SpouseCaseState.InPost);
        Clock.Advance(TimeSpan.FromDays(60)); // 1 May
        await MoveAsync(caseworker, SpouseCaseState.Applications);
        Assert.Empty(await BehindTheWallAsync(db => db.Tasks.ToListAsync(Stop)));

        Clock.Advance(TimeSpan.FromDays(60)); // 30 June
        await MoveAsync(caseworker, SpouseCaseState.InPost);
        Assert.Equal(new DateOnly(2027, 6, 30), (await BehindTheWallAsync(db => db.Tasks.SingleAsync(Stop))).DueOn);
        await MoveAsync(caseworker, SpouseCaseState.BusinessCreated);
        Assert.Equal(1, await BehindTheWallAsync(db => db.Tasks.CountAsync(Stop)));
    }

    [Fact]
    public async Task What_is_followed_up_changes_nothing_in_the_figures_which_count_from_the_consent()
    {
        var caseworker = await InAsync(SpouseCaseState.InPost);
        Clock.Now = new DateTimeOffset(2026, 6, 3, 9, 0, 0, TimeSpan.Zero);
        await SendAsync(caseworker, new PlanSpouseStep((await FileAsync()).Id, await VersionAsync(), "Prendre des nouvelles à 12 mois", "2027-03-02"));
        Clock.Now = new DateTimeOffset(2027, 3, 3, 9, 0, 0, TimeSpan.Zero);

        var outcomes = (await SendAsync(caseworker, new GetSpouseFigures(2026))).Value.Outcomes;

        Assert.Equal([new OutcomeFigure(3, 1, 1, 0, 0, 0, 0), new OutcomeFigure(12, 1, 1, 0, 0, 0, 0)], outcomes);
    }

    [Theory]
    [InlineData("2026-03-02", "2027-03-02")]
    [InlineData("2026-03-07", "2027-03-08")] // a Sunday a year later
    [InlineData("2028-02-29", "2029-02-28")]
    public void The_news_at_twelve_months_fall_on_a_day_of_work(string settled, string on) =>
        Assert.Equal(DateOnly.Parse(on, Core.Shared.Clock.French), SpouseCaseRules.YearAfter(DateOnly.Parse(settled, Core.Shared.Clock.French)));

    private async Task<Actor> InAsync(SpouseCaseState state)
    {
        var caseworker = await CaseworkerAsync();
        await InSpaceAsync();
        await MoveAsync(caseworker, SpouseCaseState.Interview);
        await MoveAsync(caseworker, state);
        return caseworker;
    }

    private async Task MoveAsync(Actor caseworker, SpouseCaseState to) =>
        Assert.Null((await SendAsync(caseworker, new MoveSpouseCard((await FileAsync()).Id, await VersionAsync(), to))).Error);
}
