using Dites32.Core.Internships;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Internships;

/// <summary>Nobody in two places at once, no placement fuller than it is.</summary>
public sealed class AssignmentTests : InternshipTest
{
    [Fact]
    public async Task Of_twenty_interns_sent_at_once_to_three_places_three_are_there_and_the_others_are_told()
    {
        var placement = await PlacementAsync("Cabinet des Tilleuls", capacity: 3);
        var interns = new List<Guid>();
        for (var i = 0; i < 20; i++)
        {
            interns.Add(await InternAsync($"Interne {i}"));
        }

        var answers = await Task.WhenAll(interns.Select(i => SendAsync(Coordinator, Assign(i, Summer, placement))));

        Assert.Equal(3, answers.Count(a => a.Error is null));
        Assert.Equal(17, answers.Count(a => a.Error?.Code == "assignment.full"));
        Assert.Equal([1, 2, 3], await InDatabaseAsync(db => db.Assignments.OrderBy(a => a.Seat).Select(a => a.Seat!.Value).ToListAsync(Stop)));
    }

    [Fact]
    public async Task An_intern_sent_at_once_to_ten_placements_is_in_one()
    {
        var placements = new List<Guid>();
        for (var i = 0; i < 10; i++)
        {
            placements.Add(await PlacementAsync($"Cabinet {i}"));
        }

        var intern = await InternAsync();
        var answers = await Task.WhenAll(placements.Select(p => SendAsync(Coordinator, Assign(intern, Summer, p))));

        Assert.Single(answers, a => a.Error is null);
        Assert.Equal(9, answers.Count(a => a.Error?.Code == "assignment.overlaps"));
    }

    [Fact]
    public async Task A_capacity_lowered_while_places_are_taken_leaves_nobody_without_one()
    {
        for (var round = 0; round < 10; round++)
        {
            var placement = await PlacementAsync($"Cabinet {round}", capacity: 2);
            var first = await InternAsync();
            var second = await InternAsync();
            await DoAsync(Assign(first, Summer, placement));

            var (assigned, lowered) = (SendAsync(Coordinator, Assign(second, Summer, placement)), SendAsync(Coordinator, new SetPlacementCapacity(placement, Summer, "1")));
            await Task.WhenAll(assigned, lowered);

            Assert.True((await assigned).Error?.Code == "assignment.full" ^ (await lowered).Error?.Code == "placement.below-assignments");
            var column = (await BoardAsync(Summer)).Placements.Single(p => p.Id == placement);
            Assert.InRange(column.Interns.Count, 1, column.Capacity);
        }
    }

    [Fact]
    public async Task The_database_itself_refuses_two_places_at_once_and_a_seat_too_many()
    {
        var placement = await PlacementAsync("Cabinet des Tilleuls", capacity: 1);
        await DoAsync(Assign(await InternAsync(), Summer, placement));
        var other = await InternAsync();
        string Row(int seat, string intern) =>
            $"INSERT INTO assignment (id, intern_id, semester_id, kind, placement_id, seat, slot, starts_on, ends_on, outcome) SELECT gen_random_uuid(), {intern}, '{Summer}', 'Placement', '{placement}', {seat}, 'PractitionerLevel1', starts_on, ends_on, 'Awaited' FROM semester WHERE id = '{Summer}'";

        Assert.Equal("ex_assignment_seat", await BrokenByAsync(Row(1, $"'{other}'")));
        Assert.Equal("ck_assignment_seat", await BrokenByAsync(Row(2, $"'{other}'")));
        Assert.Equal("ex_assignment_intern", await BrokenByAsync(Row(2, "(SELECT intern_id FROM assignment)")));
        Assert.Equal("ck_placement_below_seats", await BrokenByAsync($"UPDATE placement SET capacity = 0 WHERE id = '{placement}'"));
    }

    [Fact]
    public async Task An_intern_in_excess_takes_no_place_and_a_form_sent_twice_is_one_assignment()
    {
        var placement = await PlacementAsync("Cabinet des Tilleuls", capacity: 1);
        var command = Assign(await InternAsync(), Summer, placement, isInExcess: true);
        Assert.Equal(await DoAsync(command), await DoAsync(command));
        await DoAsync(Assign(await InternAsync(), Summer, placement));

        var column = Assert.Single((await BoardAsync(Summer)).Placements);
        Assert.Equal((2, 0), (column.Interns.Count, column.Free));
        Assert.Equal(["En surnombre"], column.Interns.Single(i => i.IsInExcess).Conflicts);
    }

    [Fact]
    public async Task Half_a_semester_leaves_the_other_half_to_another()
    {
        var placement = await PlacementAsync("Cabinet des Tilleuls", capacity: 1);
        var first = await DoAsync(Assign(await InternAsync(), Summer, placement));
        var second = await InternAsync();
        Assert.Equal("assignment.full", (await SendAsync(Coordinator, Assign(second, Summer, placement))).Error?.Code);

        await DoAsync(new SetAssignmentDays(first, await VersionAsync(first), "2026-05-04", "2026-07-31"));
        var third = await DoAsync(Assign(second, Summer, placement, isInExcess: true));
        await DoAsync(new SetAssignmentDays(third, await VersionAsync(third), "2026-08-01", "2026-11-01"));
        await DoAsync(new MoveAssignment(third, await VersionAsync(third), placement, Slot: null, IsInExcess: false));

        Assert.Equal("assignment.full", (await SendAsync(Coordinator, new SetAssignmentDays(first, await VersionAsync(first), "2026-05-04", "2026-08-31"))).Error?.Code);
        Assert.Equal("invalid", (await SendAsync(Coordinator, new SetAssignmentDays(first, await VersionAsync(first), "2026-01-01", "2026-08-31"))).Error?.Code);
    }

    [Fact]
    public async Task A_semester_is_validated_from_four_months_of_presence_once_they_have_passed()
    {
        var intern = await InternAsync();
        var id = await DoAsync(Assign(intern, Summer, await PlacementAsync("Cabinet des Tilleuls")));
        async Task<string?> ConcludeAsync(string months) =>
            (await SendAsync(Coordinator, new ConcludeAssignment(id, await VersionAsync(id), AssignmentOutcome.Validated, months))).Error?.Code;

        Clock.Now = new DateTimeOffset(2026, 8, 30, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal("assignment.too-early", await ConcludeAsync("4"));
        Clock.Now = new DateTimeOffset(2026, 9, 5, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal("assignment.wrong-months", await ConcludeAsync("beaucoup"));
        Assert.Equal("assignment.wrong-months", await ConcludeAsync("7"));
        Assert.Equal("assignment.too-short", await ConcludeAsync("3"));
        Assert.Null(await ConcludeAsync("4"));

        var file = (await SendAsync(Coordinator, new GetIntern(intern))).Value;
        Assert.Equal((1, 7), (file.Progress.Held, file.Progress.Missing));
        Assert.Equal("assignment.is-over", (await SendAsync(Coordinator, new MoveAssignment(
            id, await VersionAsync(id), await PlacementAsync("Cabinet des Ormes"), Slot: null, IsInExcess: false))).Error?.Code);
    }

    [Fact]
    public async Task A_leave_counts_for_nothing()
    {
        var intern = await InternAsync();
        var id = await DoAsync(new AssignIntern(Guid.NewGuid(), intern, Summer, AssignmentKind.Leave, null, null, IsInExcess: false, Where: null));

        Assert.Equal("assignment.leave", (await SendAsync(Coordinator, new ConcludeAssignment(id, await VersionAsync(id), AssignmentOutcome.Validated, "6"))).Error?.Code);
        Assert.Equal("assignment.overlaps", (await SendAsync(Coordinator, Assign(intern, Summer, await PlacementAsync("Cabinet")))).Error?.Code);
        await DoAsync(new RemoveAssignment(id));
        await DoAsync(new RemoveAssignment(id));
        Assert.Empty((await SendAsync(Coordinator, new GetIntern(intern))).Value.Semesters);
    }

    [Fact]
    public async Task The_slower_of_two_coordinators_learns_that_the_intern_has_moved()
    {
        var (tilleuls, ormes, pont) = (await PlacementAsync("Tilleuls"), await PlacementAsync("Ormes"), await PlacementAsync("Pont"));
        var id = await DoAsync(Assign(await InternAsync(), Summer, tilleuls));
        var version = await VersionAsync(id);
        MoveAssignment To(Guid placement) => new(id, version, placement, Slot: null, IsInExcess: false);

        var answers = await Task.WhenAll(SendAsync(Coordinator, To(ormes)), SendAsync(Coordinator, To(pont)));
        Assert.Single(answers, a => a.Error is null);
        Assert.Single(answers, a => a.Error?.Code == "changed-meanwhile");

        var there = (await BoardAsync(Summer)).Placements.Single(p => p.Interns.Count == 1).Id;
        Assert.Null((await SendAsync(Coordinator, To(there))).Error); // the same click again
        Assert.Equal("assignment.wrong-slot", (await SendAsync(Coordinator, new MoveAssignment(
            id, await VersionAsync(id), there, TrainingSlot.Emergency, IsInExcess: false))).Error?.Code);
    }

    [Fact]
    public async Task A_closed_placement_takes_nobody_and_does_not_close_on_somebody()
    {
        var placement = await PlacementAsync("Cabinet des Tilleuls");
        var id = await DoAsync(Assign(await InternAsync(), Summer, placement));
        Assert.Equal("placement.has-coming", (await SendAsync(Coordinator, new ClosePlacement(placement, IsClosed: true))).Error?.Code);

        await DoAsync(new RemoveAssignment(id));
        await DoAsync(new ClosePlacement(placement, IsClosed: true));
        Assert.Equal("assignment.closed", (await SendAsync(Coordinator, Assign(await InternAsync(), Summer, placement))).Error?.Code);
        Assert.Empty((await BoardAsync(Summer)).Placements);
    }

    private async Task<string?> BrokenByAsync(string sql)
    {
        var broken = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => RunAsAppAsync(sql));
        return broken.ConstraintName;
    }
}
