using Dites32.Core.Internships;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Internships;

/// <summary>The days of a semester are written, corrected, and never overlap.</summary>
public sealed class SemesterTests : InternshipTest
{
    [Theory]
    [InlineData("", "2027-10-31", "invalid")]
    [InlineData("2027-05-03", "demain", "invalid")]
    [InlineData("2027-05-03", "2027-05-31", "semester.wrong-length")]
    [InlineData("2027-11-01", "2027-05-03", "semester.wrong-length")]
    [InlineData("2027-05-02", "2027-10-31", "semester.overlaps")]
    [InlineData("03/05/2027", "31/10/2027", null)]
    public async Task A_semester_has_two_days_of_its_own(string starts, string ends, string? code) =>
        Assert.Equal(code, (await SendAsync(Coordinator, new AddSemester(Guid.NewGuid(), starts, ends))).Error?.Code);

    [Fact]
    public async Task When_its_days_are_corrected_whole_assignments_follow_and_own_days_stay()
    {
        var placement = await PlacementAsync("Cabinet des Tilleuls");
        var whole = await DoAsync(Assign(await InternAsync(), Winter, placement));
        var own = await DoAsync(Assign(await InternAsync(), Winter, placement));
        await DoAsync(new SetAssignmentDays(own, await VersionAsync(own), "2026-12-01", "2027-05-02"));

        await DoAsync(new CorrectSemester(Winter, await SemesterVersionAsync(Winter), "2026-11-02", "2027-04-30"));

        Assert.Equal(
            [(whole, new DateOnly(2026, 11, 2), new DateOnly(2027, 4, 30)), (own, new DateOnly(2026, 12, 1), new DateOnly(2027, 4, 30))],
            (await InDatabaseAsync(db => db.Assignments.OrderBy(a => a.StartsOn).ToListAsync(Stop))).Select(a => (a.Id, a.StartsOn, a.EndsOn)));
        Assert.Equal("semester.has-other-days", (await SendAsync(
            Coordinator, new CorrectSemester(Winter, await SemesterVersionAsync(Winter), "2026-12-07", "2027-05-02"))).Error?.Code);
        Assert.Equal("changed-meanwhile", (await SendAsync(Coordinator, new CorrectSemester(Winter, 0, "2026-11-02", "2027-05-02"))).Error?.Code);
    }

    [Fact]
    public async Task Of_two_semesters_written_at_once_for_the_same_days_one_is_there()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SendAsync(Coordinator, new AddSemester(Guid.NewGuid(), "2027-05-03", "2027-10-31"))));

        Assert.Single(answers, a => a.Error is null);
        Assert.Equal(5, answers.Count(a => a.Error?.Code == "semester.overlaps"));
    }

    [Fact]
    public async Task The_board_shows_the_present_semester_and_the_three_after_with_what_is_empty_and_what_ends()
    {
        var form = SampleInternships.Placement("Cabinet des Tilleuls", SupervisorId) with { ApprovedUntil = "2026-06-30" };
        var placement = await DoAsync(new AddPlacement(Guid.NewGuid(), form));
        var intern = await InternAsync("Noa Blanc");
        await DoAsync(Assign(intern, Summer, placement));
        await DoAsync(new SetPlacementCapacity(placement, Winter, "3"));
        Clock.Now = new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

        var board = (await SendAsync(Coordinator, new GetSemesterBoard(null, null))).Value;

        Assert.Equal(Summer, board.Shown!.Id);
        var column = Assert.Single(board.Placements);
        Assert.Equal((2, 1, "Noa Blanc"), (column.Capacity, column.Free, column.Interns[0].Name));
        Assert.Equal(["Agrément échu le 30 juin 2026, avant la fin du semestre"], column.Conflicts);
        Assert.Equal([(1, 2), (0, 3)], board.Timeline.Select(t => (t.Cells[0].Interns, t.Cells[0].Capacity)));
    }

    private Task<uint> SemesterVersionAsync(Guid id) =>
        InDatabaseAsync(db => db.Semesters.Where(s => s.Id == id).Select(s => EF.Property<uint>(s, "Version")).SingleAsync(Stop));
}
