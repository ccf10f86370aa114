using Dites32.Core.Internships.Events;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Internships.Events;

/// <summary>What interns think of their placement: nobody can tell who, and nothing is shown before five have answered.</summary>
public sealed class OpinionTests : InternLifeTest
{
    private static readonly OpinionForm Form = new("5", "4", "3", "2", "Très bien", OpinionForm.No, null, null, null);

    [Fact]
    public async Task Nothing_is_shown_before_five_answers_and_then_five_more_at_a_time()
    {
        var interns = await InternsAsync(11);
        Clock.Now = new DateTimeOffset(2026, 10, 20, 9, 0, 0, TimeSpan.Zero);
        for (var given = 1; given <= interns.Count; given++)
        {
            await GiveAsync(interns[given - 1], Form with { Text = $"Avis {given}" });
            var marks = Assert.Single((await SendAsync(Coordinator, new GetOpinions())).Value.Placements).Marks;
            Assert.Equal(given / 5 * 5, marks?.Answers ?? 0);
            Assert.Equal(Enumerable.Range(1, given / 5 * 5).Select(n => $"Avis {n}").Order(StringComparer.Ordinal), (marks?.Texts ?? []).Order(StringComparer.Ordinal));
        }

        Assert.Null((await SendAsync(Coordinator, new GetOpinions())).Value.Housing);
    }

    [Fact]
    public async Task Five_who_answer_at_once_are_shown_together()
    {
        var interns = await InternsAsync(5);
        Clock.Now = new DateTimeOffset(2026, 10, 20, 9, 0, 0, TimeSpan.Zero);

        var answers = await Task.WhenAll(interns.Select(i => SendAsync(i.Actor, new GiveOpinion(i.AssignmentId, Form with { IsHoused = OpinionForm.Yes, Comfort = "4", Situation = "2" }))));

        Assert.All(answers, a => Assert.Null(a.Error));
        var opinions = (await SendAsync(Coordinator, new GetOpinions())).Value;
        Assert.Equal((5, 5d, 4d, 3d, 2d), Assert.Single(opinions.Placements).Marks is { } m ? (m.Answers, m.Welcome, m.Supervision, m.Autonomy, m.Workload) : default);
        Assert.Equal((5, 4d, 2d), (opinions.Housing!.Answers, opinions.Housing.Comfort, opinions.Housing.Situation));
    }

    [Fact]
    public async Task No_column_leads_from_an_answer_to_who_wrote_it()
    {
        var columns = (await AskOwnerAsync<string>("""
            SELECT string_agg(table_name || '.' || column_name || ' ' || data_type, '; ' ORDER BY table_name, column_name)
            FROM information_schema.columns WHERE table_schema = 'public' AND table_name IN ('placement_opinion', 'housing_opinion')
            """)).Split("; ");

        Assert.Equal(
            [
                "housing_opinion.comfort integer", "housing_opinion.id uuid", "housing_opinion.is_shown boolean", "housing_opinion.situation integer", "housing_opinion.text character varying",
                "placement_opinion.autonomy integer", "placement_opinion.id uuid", "placement_opinion.is_shown boolean", "placement_opinion.placement_id uuid",
                "placement_opinion.supervision integer", "placement_opinion.text character varying", "placement_opinion.welcome integer", "placement_opinion.workload integer",
            ],
            columns);
    }

    [Fact]
    public async Task Neither_the_number_nor_the_transaction_of_an_answer_tells_which_came_last()
    {
        var interns = await InternsAsync(3);
        Clock.Now = new DateTimeOffset(2026, 10, 20, 9, 0, 0, TimeSpan.Zero);
        await GiveAsync(interns[0], Form);
        var before = await InDatabaseAsync(db => db.PlacementOpinions.Select(o => o.Id).ToListAsync(Stop));
        await GiveAsync(interns[1], Form);
        await GiveAsync(interns[2], Form);

        var after = await InDatabaseAsync(db => db.PlacementOpinions.Select(o => o.Id).ToListAsync(Stop));
        Assert.Equal(3, after.Count);
        Assert.Empty(after.Intersect(before));
        Assert.All(after, id => Assert.Equal(4, id.Version)); // no clock in them
        Assert.Equal(1L, await AskOwnerAsync<long>("SELECT count(DISTINCT xmin::text) FROM placement_opinion"));
        var traces = await InDatabaseAsync(db => db.AuditEntries.Where(e => e.Action == nameof(GiveOpinion)).ToListAsync(Stop));
        Assert.All(traces, t => Assert.Null(t.SubjectId));
        Assert.Equal(3, traces.Count);
        var ids = after.ToHashSet();
        Assert.DoesNotContain(await InDatabaseAsync(db => db.OpinionsGiven.Select(g => g.AssignmentId).ToListAsync(Stop)), ids.Contains);
    }

    [Fact]
    public async Task An_intern_answers_once_for_their_own_placement_in_the_ninety_days_around_its_end()
    {
        var (intern, other) = (await InternWithAccountAsync(), await InternWithAccountAsync("Lou Vert"));
        async Task<string?> CodeAsync(LifeIntern who) => (await SendAsync(who.Actor, new GiveOpinion(intern.AssignmentId, Form))).Error?.Code;

        Clock.Now = new DateTimeOffset(2026, 10, 1, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal("opinion.not-open", await CodeAsync(intern));
        Clock.Now = new DateTimeOffset(2026, 10, 2, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal("opinion.not-found", await CodeAsync(other));
        Assert.Equal(intern.AssignmentId, Assert.Single((await SendAsync(intern.Actor, new GetMyLife())).Value.Opinions).AssignmentId);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => CodeAsync(intern)));
        Assert.Single(answers, a => a is null);
        Assert.Equal(3, answers.Count(a => a == "opinion.given"));
        Assert.Equal(1, await InDatabaseAsync(db => db.PlacementOpinions.CountAsync(Stop)));
        Assert.Empty((await SendAsync(intern.Actor, new GetMyLife())).Value.Opinions);

        Clock.Now = new DateTimeOffset(2027, 1, 1, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal("opinion.not-open", (await SendAsync(other.Actor, new GiveOpinion(other.AssignmentId, Form))).Error?.Code);
    }

    [Fact]
    public async Task The_housing_is_asked_for_only_of_those_whom_the_programme_housed_and_all_marks_are_needed()
    {
        var intern = await InternWithAccountAsync();
        Clock.Now = new DateTimeOffset(2026, 10, 20, 9, 0, 0, TimeSpan.Zero);
        async Task<IEnumerable<string>> WrongAsync(OpinionForm form) =>
            (await SendAsync(intern.Actor, new GiveOpinion(intern.AssignmentId, form))).Error!.Fields!.Keys.Order(StringComparer.Ordinal);

        Assert.Equal(["Autonomy", "IsHoused", "Supervision", "Welcome", "Workload"], await WrongAsync(new("0", "6", "", "x", null, null, null, null, null)));
        Assert.Equal(["Comfort", "Situation"], await WrongAsync(Form with { IsHoused = OpinionForm.Yes }));
        await GiveAsync(intern, Form with { Comfort = "5", Situation = "5" });
        Assert.Equal(0, await InDatabaseAsync(db => db.HousingOpinions.CountAsync(Stop)));
    }

    [Fact]
    public async Task An_erased_intern_leaves_an_answer_of_nobody()
    {
        var intern = await InternWithAccountAsync();
        Clock.Now = new DateTimeOffset(2026, 10, 20, 9, 0, 0, TimeSpan.Zero);
        await GiveAsync(intern, Form);
        await DoAsync(new Core.Privacy.EraseIntern(intern.Id));

        Assert.Equal((1, 0), (await InDatabaseAsync(db => db.PlacementOpinions.CountAsync(Stop)), await InDatabaseAsync(db => db.OpinionsGiven.CountAsync(Stop))));
    }

    private async Task GiveAsync(LifeIntern intern, OpinionForm form) => Assert.Null((await SendAsync(intern.Actor, new GiveOpinion(intern.AssignmentId, form))).Error);
}
