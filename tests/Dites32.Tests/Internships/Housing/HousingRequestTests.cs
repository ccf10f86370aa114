using Dites32.Core.Internships.Housing;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Internships.Housing;

/// <summary>Who asks for a room, in the order of rules that everybody reads, and is never left without an answer.</summary>
public sealed class HousingRequestTests : HousingTest
{
    [Fact]
    public async Task The_rules_decide_before_the_time_and_the_time_among_equals()
    {
        var placement = await PlacementAsync("Cabinet des Tilleuls");
        var (late, lateId) = await InternWithAccountAsync("Tard");
        var (elsewhere, elsewhereId) = await InternWithAccountAsync("Ailleurs");
        var (placed, placedId) = await InternWithAccountAsync("Placé");
        var (second, secondId) = await InternWithAccountAsync("Second");
        foreach (var id in new[] { placedId, secondId })
        {
            await DoAsync(Assign(id, Summer, placement));
        }

        await AskAsync(elsewhere);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await AskAsync(second);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await AskAsync(placed);
        Clock.Advance(TimeSpan.FromDays(45));
        await AskAsync(late);

        var waiting = (await DeskAsync()).Waiting;
        Assert.Equal([secondId, placedId, elsewhereId, lateId], waiting.Select(w => w.InternId));
        Assert.Equal([PriorityCriterion.GersPlacement, PriorityCriterion.BeforeDeadline], waiting[0].Met);
        Assert.Empty(waiting[3].Met);
        foreach (var (intern, ahead) in new[] { (second, 0), (placed, 1), (elsewhere, 2), (late, 3) })
        {
            Assert.Equal(ahead, (await MineAsync(intern)).Ahead);
        }
    }

    [Fact]
    public void Whatever_the_rules_nobody_passes_somebody_who_meets_a_stronger_one()
    {
        foreach (var seed in Enumerable.Range(0, 2000))
        {
            var random = new Random(seed);
            var rules = PriorityCriteria.All.ToArray();
            random.Shuffle(rules);
            rules = rules[..random.Next(1, rules.Length + 1)];
            var requests = Enumerable.Range(0, random.Next(2, 12)).Select(i => new RankedRequest(
                Guid.NewGuid(), PriorityCriteria.All.Where(_ => random.Next(2) == 0).ToHashSet(), DateTimeOffset.UnixEpoch.AddMinutes(random.Next(5)))).ToList();

            var ranked = requests.Rank(rules);
            Assert.Equal(requests.Select(r => r.RequestId).Order(), ranked.Select(r => r.RequestId).Order());
            foreach (var (before, after) in ranked.Zip(ranked.Skip(1)))
            {
                var decides = rules.Where(rule => before.Met.Contains(rule) != after.Met.Contains(rule)).Select(rule => (PriorityCriterion?)rule).FirstOrDefault();
                Assert.True(decides is { } rule ? before.Met.Contains(rule) : before.AskedAt <= after.AskedAt);
            }
        }
    }

    [Fact]
    public async Task A_request_sent_by_two_tabs_is_one_and_a_correction_keeps_its_rank()
    {
        var (noa, _) = await InternWithAccountAsync();
        var (lou, louId) = await InternWithAccountAsync();
        await Task.WhenAll(AskAsync(noa), AskAsync(noa));
        Clock.Advance(TimeSpan.FromMinutes(1));
        await AskAsync(lou);
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await SendAsync(noa, new RequestHousing(Summer, Start, "2026-09-01", "Une place pour un vélo.", true))).Error);

        Assert.Equal(2, (await DeskAsync()).Waiting.Count);
        Assert.Equal(0, (await MineAsync(noa)).Ahead);
        Assert.Equal(louId, (await DeskAsync()).Waiting[1].InternId);
    }

    [Fact]
    public async Task A_request_that_is_declined_is_answered_and_made_again_behind_the_others()
    {
        var (noa, id) = await InternWithAccountAsync();
        var (lou, _) = await InternWithAccountAsync();
        await AskAsync(noa);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await AskAsync(lou);
        var request = (await DeskAsync()).Waiting[0];
        Assert.Equal("invalid", (await SendAsync(Coordinator, new DeclineHousingRequest(request.Id, request.Version, " "))).Error?.Code);
        await DoAsync(new DeclineHousingRequest(request.Id, request.Version, "Plus de chambre à Auch."));

        Assert.Equal("Plus de chambre à Auch.", (await MineAsync(noa)).Request?.DeclineReason);
        Assert.Equal(["Internes du Gers\u00a0: réponse à votre demande de logement"], await SubjectsToAsync(id));
        Clock.Advance(TimeSpan.FromMinutes(1));
        await AskAsync(noa);
        Assert.Equal(1, (await MineAsync(noa)).Ahead);
    }

    [Fact]
    public async Task Nobody_asks_before_the_requests_open_after_the_semester_or_with_a_room()
    {
        var (noa, id) = await InternWithAccountAsync();
        Assert.Equal("housing.no-round", (await SendAsync(noa, new RequestHousing(Winter, "2026-11-02", "2027-05-02", null, false))).Error?.Code);
        Assert.Equal("invalid", (await SendAsync(noa, new RequestHousing(Summer, "", End, null, false))).Error?.Code);
        Assert.Equal("housing.outside-semester", (await SendAsync(noa, new RequestHousing(Summer, Start, "2027-01-01", null, false))).Error?.Code);
        await DoAsync(Book(First, id));
        Assert.Equal("housing.is-booked", (await SendAsync(noa, new RequestHousing(Summer, Start, End, null, false))).Error?.Code);
        Clock.Advance(TimeSpan.FromDays(300));
        Assert.Equal("housing.round-over", (await SendAsync(noa, new RequestHousing(Summer, Start, End, null, false))).Error?.Code);
    }

    [Fact]
    public async Task Who_gives_a_room_back_asks_no_more_and_the_coordinators_are_told_once()
    {
        var (noa, id) = await InternWithAccountAsync();
        await AskAsync(noa);
        await DoAsync(Book(First, id));
        var answers = await Task.WhenAll(SendAsync(noa, new GiveUpRoom(Summer)), SendAsync(noa, new GiveUpRoom(Summer)));

        Assert.Single(answers, a => a.Error is null);
        Assert.Empty((await DeskAsync()).Waiting);
        Assert.Equal(1, await InDatabaseAsync(db => db.OutboxEmails.CountAsync(m => m.Kind == "intern.housing-coordinator", Stop)));
        Assert.Null((await SendAsync(noa, new GetMyHousing())).Value.Semesters.Single(s => s.SemesterId == Summer).Room);
    }

    [Fact]
    public async Task Nobody_sees_or_changes_what_another_asked()
    {
        var (noa, _) = await InternWithAccountAsync();
        var (lou, _) = await InternWithAccountAsync();
        await AskAsync(noa);
        Assert.Null((await MineAsync(lou)).Request);
        Assert.Equal("housing.request-not-found", (await SendAsync(lou, new WithdrawHousingRequest(Summer))).Error?.Code);
        Assert.Equal("intern-space.no-file", (await SendAsync(await SomeoneAsync(Role.Candidate), new GetMyHousing())).Error?.Code);
        Assert.Null((await SendAsync(noa, new WithdrawHousingRequest(Summer))).Error);
        Assert.Empty((await DeskAsync()).Waiting);
    }

    [Fact]
    public async Task The_rules_of_a_semester_are_one_row_however_often_they_are_sent()
    {
        var rules = new SetHousingRound(Winter, "2026-10-01", [nameof(PriorityCriterion.WholeSemester), nameof(PriorityCriterion.WholeSemester), "", "Autre"], "Note");
        await Task.WhenAll(DoAsync(rules), DoAsync(rules));
        var round = (await SendAsync(Coordinator, new GetHousingDesk(Winter))).Value.Round!;
        Assert.Equal([PriorityCriterion.WholeSemester], round.Rules);
        Assert.Equal("invalid", (await SendAsync(Coordinator, rules with { Rules = [] })).Error?.Code);
        Assert.Equal("invalid", (await SendAsync(Coordinator, rules with { Deadline = "2029-01-01" })).Error?.Code);
    }
}
