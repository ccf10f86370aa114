using Dites32.Core.Internships.Events;
using Dites32.Core.Internships.Housing;
using Dites32.Core.Internships.Locum;
using Dites32.Core.Internships.Space;
using Dites32.Core.Shared;

namespace Dites32.Tests.Internships.Housing;

/// <summary>An intern reads one next step: the nearest, and what presses before what does not.</summary>
public sealed class NextStepTests : HousingTest
{
    [Fact]
    public async Task A_room_is_asked_for_before_the_deadline_then_the_semester_begins_then_a_poll_comes_first()
    {
        var (noa, id) = await InternWithAccountAsync();
        Assert.Null(await NextAsync(noa));

        await DoAsync(Assign(id, Summer, await PlacementAsync("Cabinet des Tilleuls")));
        Assert.Equal(("/mon-internat/logement", new DateOnly(2026, 4, 1), true), await WhereAsync(noa));

        await AskAsync(noa);
        Assert.Equal(($"/mon-internat/arrivee?semestre={Summer}", new DateOnly(2026, 5, 4), false), await WhereAsync(noa));

        var poll = await DoAsync(new AskPoll(Guid.NewGuid(), Summer, "Quel soir\u00a0?", ["Mardi", "Jeudi"], "2026-03-20"));
        Assert.Equal(($"/mon-internat/sondages/{poll}", new DateOnly(2026, 3, 20), true), await WhereAsync(noa));
        Assert.Null((await SendAsync(noa, new AnswerPoll(poll, 1))).Error);
        Assert.Equal(new DateOnly(2026, 5, 4), (await NextAsync(noa))!.On);
    }

    [Fact]
    public async Task A_deadline_that_has_passed_presses_no_more_and_stays_behind_what_has_a_day()
    {
        var (noa, id) = await InternWithAccountAsync();
        await DoAsync(Assign(id, Summer, await PlacementAsync("Cabinet des Tilleuls")));
        Clock.Now = new DateTimeOffset(2026, 4, 10, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal(new DateOnly(2026, 5, 4), (await NextAsync(noa))!.On);

        Clock.Now = new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal(("/mon-internat/logement", null, true), await WhereAsync(noa));
    }

    private async Task<NextStep?> NextAsync(Actor intern) => NextStep.Of(
        (await SendAsync(intern, new GetMyInternship())).Value, (await SendAsync(intern, new GetMyHousing())).Value, (await SendAsync(intern, new GetMyLife())).Value,
        (await SendAsync(intern, new GetMyLocum())).Value);

    private async Task<(string Path, DateOnly? On, bool IsDeadline)> WhereAsync(Actor intern) =>
        await NextAsync(intern) is { } next ? (next.Path, next.On, next.IsDeadline) : default;
}
