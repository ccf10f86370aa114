using Dites32.Core.Internships.Events;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Internships.Events;

/// <summary>Questions to the interns of a semester: one answer each, and totals without names.</summary>
public sealed class PollTests : InternLifeTest
{
    [Fact]
    public async Task Each_intern_answers_once_and_changes_until_the_question_is_closed()
    {
        var intern = await InternWithAccountAsync();
        var poll = await AskAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(intern.Actor, new AnswerPoll(poll, 1))));
        Assert.Equal([0, 1], await TotalsAsync(poll));
        Assert.Null((await SendAsync(intern.Actor, new AnswerPoll(poll, 0))).Error);
        Assert.Equal([1, 0], await TotalsAsync(poll));
        Assert.Equal("invalid", (await SendAsync(intern.Actor, new AnswerPoll(poll, 2))).Error?.Code);
        Assert.Equal("invalid", (await SendAsync(intern.Actor, new AnswerPoll(poll, null))).Error?.Code);

        await DoAsync(new ClosePoll(poll));
        Assert.Equal("poll.closed", (await SendAsync(intern.Actor, new AnswerPoll(poll, 1))).Error?.Code);
        Assert.Equal([1, 0], await TotalsAsync(poll));
    }

    [Fact]
    public async Task Interns_see_totals_from_five_answers_once_they_have_answered_or_the_question_is_closed()
    {
        var interns = await InternsAsync(6);
        var poll = await AskAsync();
        foreach (var intern in interns.Take(4))
        {
            Assert.Null((await SendAsync(intern.Actor, new AnswerPoll(poll, 0))).Error);
        }

        Assert.Null((await MineAsync(interns[0], poll)).Totals);
        Assert.Null((await SendAsync(interns[4].Actor, new AnswerPoll(poll, 1))).Error);
        Assert.Equal([4, 1], (await MineAsync(interns[0], poll)).Totals!.Select(t => t.Votes));
        Assert.Null((await MineAsync(interns[5], poll)).Totals);
        Clock.Now = new DateTimeOffset(2026, 3, 20, 23, 30, 0, TimeSpan.Zero); // the day after, in France
        Assert.Equal([4, 1], (await MineAsync(interns[5], poll)).Totals!.Select(t => t.Votes));
    }

    [Fact]
    public async Task A_question_is_not_there_for_another_semester_and_goes_with_its_answers()
    {
        var (intern, other) = (await InternWithAccountAsync(), await InternWithAccountAsync("Lou Vert", Winter));
        var poll = await AskAsync();
        Assert.Equal("poll.not-found", (await SendAsync(other.Actor, new AnswerPoll(poll, 0))).Error?.Code);
        Assert.Null((await SendAsync(intern.Actor, new AnswerPoll(poll, 0))).Error);

        await DoAsync(new DropPoll(poll));
        await DoAsync(new DropPoll(poll));
        Assert.Equal(0, await InDatabaseAsync(db => db.PollVotes.CountAsync(Stop)));
    }

    [Fact]
    public async Task A_question_needs_two_different_answers_and_a_day_to_come()
    {
        var refused = await SendAsync(Coordinator, new AskPoll(Guid.NewGuid(), Summer, " ", ["Mardi", "", "mardi"], "2026-01-01"));
        Assert.Equal(["Choice2", "ClosesOn", "Question"], refused.Error!.Fields!.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("invalid", (await SendAsync(Coordinator, new AskPoll(Guid.NewGuid(), Summer, "Quel jour ?", ["Mardi"], "2026-03-20"))).Error?.Code);
        var id = Guid.NewGuid();
        Assert.Equal(await AskAsync(id), await AskAsync(id));
    }

    private async Task<Guid> AskAsync(Guid? id = null) => await DoAsync(new AskPoll(id ?? Guid.NewGuid(), Summer, "Quel jour vous convient ?", ["Mardi", "Jeudi", null], "2026-03-20"));

    private async Task<IEnumerable<int>> TotalsAsync(Guid poll) => (await SendAsync(Coordinator, new GetPoll(poll))).Value.Totals.Select(t => t.Votes);

    private async Task<MyPoll> MineAsync(LifeIntern intern, Guid poll) => (await SendAsync(intern.Actor, new GetMyPoll(poll))).Value;
}
