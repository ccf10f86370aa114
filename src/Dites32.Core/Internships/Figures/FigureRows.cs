using Dites32.Core.Data;
using Dites32.Core.Internships.Locum;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Figures;

/// <summary>
/// What the figures are counted from. A figure is the number of interns in a set, and the page of its records lists the same
/// set: they cannot disagree.
/// </summary>
internal sealed class FigureRows
{
    private readonly List<AssignmentRow> assignments;
    private readonly Dictionary<Guid, Guid?> faculties;
    private readonly ILookup<Guid, CareerStage> inGers;
    private readonly Dictionary<Guid, Guid> firstInGers;

    private FigureRows(List<AssignmentRow> assignments, Dictionary<Guid, Guid?> faculties, ILookup<Guid, CareerStage> inGers)
    {
        (this.assignments, this.faculties, this.inGers) = (assignments, faculties, inGers);
        firstInGers = assignments.Where(a => a.Kind == AssignmentKind.Placement).GroupBy(a => a.InternId).ToDictionary(a => a.Key, a => a.MinBy(r => r.StartsOn)!.SemesterId);
    }

    public static async Task<FigureRows> ReadAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var assignments = await db.Assignments
            .Select(a => new AssignmentRow(a.InternId, a.SemesterId, a.Kind, a.PlacementId, a.Seat, a.StartsOn, a.Outcome)).ToListAsync(cancellationToken);
        var faculties = await db.Interns.ToDictionaryAsync(i => i.Id, i => i.FacultyId, cancellationToken);
        var steps = await db.CareerSteps.SeenByMission().Where(s => s.IsInGers == true).Select(s => new { s.InternId, s.Stage }).ToListAsync(cancellationToken);
        return new FigureRows(assignments, faculties, steps.ToLookup(s => s.InternId, s => s.Stage));
    }

    /// <param name="aboutId">Of the placement or of the faculty.</param>
    public IReadOnlyCollection<Guid> Of(FigureKind kind, Guid semesterId, Guid? aboutId) => kind switch
    {
        FigureKind.Interns => Who(semesterId, _ => true),
        FigureKind.InPlacement => Who(semesterId, a => a.Kind == AssignmentKind.Placement && (aboutId is null || a.PlacementId == aboutId)),
        FigureKind.InExcess => Who(semesterId, a => a.IsInExcess),
        FigureKind.Elsewhere => Who(semesterId, a => a.Kind == AssignmentKind.Elsewhere),
        FigureKind.OnLeave => Who(semesterId, a => a.Kind == AssignmentKind.Leave),
        FigureKind.Validated => Who(semesterId, a => a.Outcome == AssignmentOutcome.Validated),
        FigureKind.NotValidated => Who(semesterId, a => a.Outcome == AssignmentOutcome.NotValidated),
        FigureKind.Awaited => Who(semesterId, a => a.Kind != AssignmentKind.Leave && a.Outcome == AssignmentOutcome.Awaited),
        FigureKind.OfFaculty => Who(semesterId, a => faculties.GetValueOrDefault(a.InternId) == aboutId),
        FigureKind.Cohort => Cohort(semesterId, []),
        FigureKind.CameBack => Cohort(semesterId, [CareerStage.LocumWithLicence, CareerStage.LocumWithThesis]),
        FigureKind.Settled => Cohort(semesterId, [CareerStage.Settled]),
        FigureKind.Practising => Cohort(semesterId, [CareerStage.Collaborator, CareerStage.Salaried]),
    };

    public int SeatsOf(Guid semesterId, Guid placementId) =>
        assignments.Where(a => a.SemesterId == semesterId && a.PlacementId == placementId).Select(a => a.Seat).OfType<int>().Distinct().Count();

    public int InExcessOf(Guid semesterId, Guid placementId) =>
        assignments.Where(a => a.SemesterId == semesterId && a.PlacementId == placementId && a.IsInExcess).Select(a => a.InternId).Distinct().Count();

    private HashSet<Guid> Who(Guid semesterId, Func<AssignmentRow, bool> isOne) =>
        [.. assignments.Where(a => a.SemesterId == semesterId && isOne(a)).Select(a => a.InternId)];

    /// <param name="stages">One of which was reached in the Gers; empty for the whole cohort.</param>
    private HashSet<Guid> Cohort(Guid semesterId, CareerStage[] stages) =>
        [.. firstInGers.Where(f => f.Value == semesterId && (stages.Length == 0 || inGers[f.Key].Any(stages.Contains))).Select(f => f.Key)];

    private sealed record AssignmentRow(
        Guid InternId, Guid SemesterId, AssignmentKind Kind, Guid? PlacementId, int? Seat, DateOnly StartsOn, AssignmentOutcome Outcome)
    {
        public bool IsInExcess => Kind == AssignmentKind.Placement && Seat is null;
    }
}
