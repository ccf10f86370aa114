using Dites32.Core.Data;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships;

/// <summary>
/// A semester as placements and their interns, with what is empty and what does not fit, and how full the placements are in this
/// semester and the three after. Errors: semester.not-found.
/// </summary>
/// <param name="SemesterId">Null for the present one or, between two, the next; without any, the last.</param>
/// <param name="Moved">An intern's assignment that has just been moved.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record GetSemesterBoard(Guid? SemesterId, Guid? Moved) : IQuery<Result<SemesterBoard>>
{
    public const int TimelineSemesters = 4;
}

/// <param name="Shown">Null while no semester is written.</param>
/// <param name="Away">Interns who are elsewhere or on leave.</param>
/// <param name="Timeline">This semester and those after, each with its places and its interns.</param>
public sealed record SemesterBoard(
    SemesterChoice? Shown, IReadOnlyList<SemesterChoice> Semesters, IReadOnlyList<PlacementColumn> Placements, IReadOnlyList<BoardIntern> Away,
    IReadOnlyList<TimelineSemester> Timeline, BoardIntern? Moved, string? MovedTo);

/// <param name="Conflicts">Of the placement itself: an approval that ends, more interns than supervisors are for.</param>
public sealed record PlacementColumn(
    Guid Id, string Name, PlacementKind Kind, string CommuneName, int Capacity, int Free, IReadOnlyList<string> Supervisors, IReadOnlyList<TrainingSlot> Slots,
    IReadOnlyList<string> Conflicts, IReadOnlyList<BoardIntern> Interns, bool IsClosed);

/// <param name="Moves">The placements that have a place left and offer the slot.</param>
public sealed record BoardIntern(
    Guid AssignmentId, uint Version, Guid InternId, string Name, AssignmentKind Kind, string? Where, TrainingSlot? Slot, bool IsInExcess, DateOnly StartsOn, DateOnly EndsOn,
    AssignmentOutcome Outcome, IReadOnlyList<string> Conflicts, IReadOnlyList<(Guid Id, string Name)> Moves);

/// <param name="Cells">One for each placement of the board, in its order.</param>
public sealed record TimelineSemester(SemesterChoice Semester, IReadOnlyList<TimelineCell> Cells);

public sealed record TimelineCell(Guid PlacementId, int Interns, int Capacity);

internal sealed class GetSemesterBoardHandler(AppDbContext db, CatalogueCache catalogues, TimeProvider clock) : IRequestHandler<GetSemesterBoard, Result<SemesterBoard>>
{
    private sealed record Row(
        Guid Id, uint Version, Guid InternId, string Name, string ResidencyCode, AssignmentKind Kind, Guid? PlacementId, string? Where, TrainingSlot? Slot, int? Seat,
        DateOnly StartsOn, DateOnly EndsOn, AssignmentOutcome Outcome);

    public async Task<Result<SemesterBoard>> Handle(GetSemesterBoard query, CancellationToken cancellationToken)
    {
        var choices = await SemesterChoices.ReadAsync(db, query.SemesterId, clock.Today(), cancellationToken);
        if (choices.Error is not null)
        {
            return choices.Error;
        }

        var semesters = choices.Value.All;
        if (choices.Value.Shown is not { } shown)
        {
            return new SemesterBoard(null, [], [], [], [], null, null);
        }

        var rows = await RowsAsync(shown.Id, cancellationToken);
        var there = rows.Select(r => r.PlacementId).OfType<Guid>().ToHashSet();
        var placements = await db.Placements.AsNoTracking().Include(p => p.Supervisors).Where(p => p.ClosedAt == null || there.Contains(p.Id))
            .OrderBy(p => p.Kind).ThenBy(p => p.Name).ToListAsync(cancellationToken);
        var window = semesters.Reverse().Where(s => s.StartsOn >= shown.StartsOn).Take(GetSemesterBoard.TimelineSemesters).ToList();
        var ids = window.ConvertAll(s => s.Id);
        var own = (await db.PlacementCapacities.Where(c => ids.Contains(c.SemesterId)).ToListAsync(cancellationToken)).ToDictionary(c => (c.PlacementId, c.SemesterId), c => c.Capacity);
        var columns = await ColumnsAsync(placements, rows, shown, own, cancellationToken);
        var counts = await db.Assignments.Where(a => ids.Contains(a.SemesterId) && a.PlacementId != null)
            .GroupBy(a => new { a.SemesterId, a.PlacementId }).Select(g => new { g.Key, Count = g.Select(a => a.InternId).Distinct().Count() })
            .ToDictionaryAsync(g => (g.Key.PlacementId!.Value, g.Key.SemesterId), g => g.Count, cancellationToken);
        var moved = columns.SelectMany(c => c.Interns.Select(i => (Column: c, Intern: i))).FirstOrDefault(m => m.Intern.AssignmentId == query.Moved);
        return new SemesterBoard(
            shown, semesters, columns,
            [.. rows.Where(r => r.PlacementId is null).Select(r => Card(r, [], []))],
            [.. window.Select(s => new TimelineSemester(s, placements.ConvertAll(p => new TimelineCell(
                p.Id, counts.GetValueOrDefault((p.Id, s.Id)), own.GetValueOrDefault((p.Id, s.Id), p.Capacity)))))],
            moved.Intern, moved.Column?.Name);
    }

    private async Task<List<Row>> RowsAsync(Guid semesterId, CancellationToken cancellationToken) => await (
        from a in db.Assignments
        join i in db.Interns on a.InternId equals i.Id
        where a.SemesterId == semesterId
        orderby a.Seat == null, a.Seat, i.Name, a.StartsOn
        select new Row(a.Id, EF.Property<uint>(a, "Version"), i.Id, i.Name, i.ResidencyCode, a.Kind, a.PlacementId, a.Where, a.Slot, a.Seat, a.StartsOn, a.EndsOn, a.Outcome))
        .ToListAsync(cancellationToken);

    private async Task<List<PlacementColumn>> ColumnsAsync(
        List<Placement> placements, List<Row> rows, SemesterChoice shown, Dictionary<(Guid, Guid), int> own, CancellationToken cancellationToken)
    {
        var supervisors = await db.Supervisors.AsNoTracking().ToDictionaryAsync(s => s.Id, cancellationToken);
        var curricula = (await db.Residencies.AsNoTracking().ToListAsync(cancellationToken)).ToDictionary(r => r.Code, r => r.Curriculum());
        var communes = (await catalogues.GetAsync(cancellationToken)).Communes;
        var byPlacement = rows.Where(r => r.PlacementId is not null).ToLookup(r => r.PlacementId!.Value);
        int CapacityOf(Placement p) => own.GetValueOrDefault((p.Id, shown.Id), p.Capacity);
        int FreeOf(Placement p) => Math.Max(0, CapacityOf(p) - byPlacement[p.Id].Select(r => r.Seat).OfType<int>().Distinct().Count());
        var open = placements.Where(p => p.ClosedAt is null && FreeOf(p) > 0).ToList();
        return placements.ConvertAll(p => new PlacementColumn(
            p.Id, p.Name, p.Kind, communes[p.InseeCode].Name, CapacityOf(p), FreeOf(p),
            [.. p.Supervisors.Select(s => supervisors[s.SupervisorId].Name).Order(StringComparer.CurrentCulture)], p.Profile().Slots,
            [.. ConflictsOf(p, supervisors, shown, byPlacement[p.Id].Any())],
            [.. byPlacement[p.Id].Select(r => Card(r, [.. ConflictsOf(r, p, curricula[r.ResidencyCode])], MovesOf(r, p)))], p.ClosedAt is not null));

        List<(Guid, string)> MovesOf(Row row, Placement from) => row.Outcome != AssignmentOutcome.Awaited ? []
            : [.. open.Where(p => p.Id != from.Id && p.Slots.Contains(row.Slot!.Value.ToString())).Select(p => (p.Id, p.Name))];
    }

    private static IEnumerable<string> ConflictsOf(Placement placement, Dictionary<Guid, Supervisor> supervisors, SemesterChoice shown, bool hasInterns)
    {
        if (!hasInterns)
        {
            yield break;
        }

        if (placement.ClosedAt is not null)
        {
            yield return "Ce terrain n'accueille plus d'internes";
        }

        if (placement.ApprovedUntil < shown.EndsOn)
        {
            yield return $"Agrément échu le {placement.ApprovedUntil.Value.InWords()}, avant la fin du semestre";
        }

        foreach (var supervisor in placement.Supervisors.Select(s => supervisors[s.SupervisorId]).Where(s => s.ApprovedUntil < shown.EndsOn).OrderBy(s => s.Name))
        {
            yield return $"Agrément de {supervisor.Name} échu le {supervisor.ApprovedUntil!.Value.InWords()}, avant la fin du semestre";
        }
    }

    private static IEnumerable<string> ConflictsOf(Row row, Placement placement, Curriculum curriculum)
    {
        if (row.Slot is { } slot && !placement.Slots.Contains(slot.ToString()))
        {
            yield return $"Ce terrain n'offre pas le créneau «\u00a0{slot.Label()}\u00a0»";
        }

        if (row.Slot is { } counted && !curriculum.Offered.Contains(counted))
        {
            yield return $"Sa maquette n'a pas le créneau «\u00a0{counted.Label()}\u00a0»";
        }

        if (row.Seat is null)
        {
            yield return "En surnombre";
        }
    }

    private static BoardIntern Card(Row row, IReadOnlyList<string> conflicts, IReadOnlyList<(Guid, string)> moves) => new(
        row.Id, row.Version, row.InternId, row.Name, row.Kind, row.Where, row.Slot, row.Kind == AssignmentKind.Placement && row.Seat is null, row.StartsOn, row.EndsOn,
        row.Outcome, conflicts, moves);
}
