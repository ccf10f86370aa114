using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Figures;

/// <summary>What a figure counts. Each is defined beside its number, by <see cref="FigureLabels.Definition"/>.</summary>
public enum FigureKind { Interns, InPlacement, InExcess, Elsewhere, OnLeave, Validated, NotValidated, Awaited, OfFaculty, Cohort, CameBack, Settled, Practising }

/// <summary>The figures of a semester, and those of all the cohorts. Errors: semester.not-found.</summary>
/// <param name="SemesterId">Null for the present one or, between two, the next; without any, the last.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record GetInternFigures(Guid? SemesterId) : IQuery<Result<InternFigures>>;

/// <summary>The interns behind one figure, by name. Errors: semester.not-found.</summary>
/// <param name="AboutId">The placement, or the faculty; null for a faculty that is not known, and for the other figures.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record ListFigureInterns(FigureKind Kind, Guid SemesterId, Guid? AboutId) : IQuery<Result<FigureInterns>>;

/// <param name="Label">« Lot, Cabinet des Tilleuls ».</param>
public sealed record FigureInterns(DateOnly SemesterStartsOn, string Label, IReadOnlyList<(Guid Id, string Name)> Interns);

/// <param name="Shown">Null while no semester is written.</param>
/// <param name="Seats">Of the placements that are open, or were in use, in this semester.</param>
/// <param name="Filled">Of these seats; interns in excess are not among them.</param>
public sealed record InternFigures(
    SemesterChoice? Shown, IReadOnlyList<SemesterChoice> Semesters, IReadOnlyDictionary<FigureKind, int> Counts, int Seats, int Filled,
    IReadOnlyList<PlacementFigure> Placements, IReadOnlyList<FacultyFigure> Faculties, IReadOnlyList<CohortFigure> Cohorts);

/// <param name="Filled">Seats of this placement that have somebody in the semester.</param>
public sealed record PlacementFigure(Guid Id, string Name, int Interns, int Seats, int Filled, int InExcess);

/// <param name="Id">Null where it is not known.</param>
public sealed record FacultyFigure(Guid? Id, string Name, int Interns);

/// <summary>Those whose first semester in the Gers it was.</summary>
public sealed record CohortFigure(Guid SemesterId, DateOnly StartsOn, int Interns, int CameBack, int Settled, int Practising);

public static class Shares
{
    /// <summary>Below, a share would tell of persons, and of nothing else.</summary>
    public const int Least = 5;

    /// <returns>In whole per cent; null where there are too few to say one.</returns>
    public static int? Of(int part, int whole) => whole < Least ? null : (int)Math.Round(100m * part / whole, MidpointRounding.AwayFromZero);
}

internal sealed class InternFiguresHandler(AppDbContext db, TimeProvider clock)
    : IRequestHandler<GetInternFigures, Result<InternFigures>>, IRequestHandler<ListFigureInterns, Result<FigureInterns>>
{
    private static readonly FigureKind[] OfSemester =
        [FigureKind.Interns, FigureKind.InPlacement, FigureKind.InExcess, FigureKind.Elsewhere, FigureKind.OnLeave, FigureKind.Validated, FigureKind.NotValidated, FigureKind.Awaited];

    public async Task<Result<InternFigures>> Handle(GetInternFigures query, CancellationToken cancellationToken)
    {
        var choices = await SemesterChoices.ReadAsync(db, query.SemesterId, clock.Today(), cancellationToken);
        if (choices.Error is not null)
        {
            return choices.Error;
        }

        var semesters = choices.Value.All;
        if (choices.Value.Shown is not { } shown)
        {
            return new InternFigures(null, [], new Dictionary<FigureKind, int>(), 0, 0, [], [], []);
        }

        var rows = await FigureRows.ReadAsync(db, cancellationToken);
        var placements = await PlacementsAsync(rows, shown.Id, cancellationToken);
        var faculties = await db.Faculties.OrderBy(f => f.Name).Select(f => new { Id = (Guid?)f.Id, f.Name }).ToListAsync(cancellationToken);
        var cohorts = semesters.Select(s => new CohortFigure(
            s.Id, s.StartsOn, Count(FigureKind.Cohort, s.Id), Count(FigureKind.CameBack, s.Id), Count(FigureKind.Settled, s.Id), Count(FigureKind.Practising, s.Id)));
        return new InternFigures(
            shown, semesters, OfSemester.ToDictionary(kind => kind, kind => Count(kind, shown.Id)), placements.Sum(p => p.Seats), placements.Sum(p => p.Filled), placements,
            [.. faculties.Append(new { Id = (Guid?)null, Name = "Non connue" })
                .Select(f => new FacultyFigure(f.Id, f.Name, rows.Of(FigureKind.OfFaculty, shown.Id, f.Id).Count)).Where(f => f.Interns > 0)],
            [.. cohorts.Where(c => c.Interns > 0)]);

        int Count(FigureKind kind, Guid semesterId) => rows.Of(kind, semesterId, null).Count;
    }

    public async Task<Result<FigureInterns>> Handle(ListFigureInterns query, CancellationToken cancellationToken)
    {
        if (await db.Semesters.SingleOrDefaultAsync(s => s.Id == query.SemesterId, cancellationToken) is not { } semester || !Enum.IsDefined(query.Kind))
        {
            return SemesterErrors.NotFound;
        }

        var ids = (await FigureRows.ReadAsync(db, cancellationToken)).Of(query.Kind, semester.Id, query.AboutId);
        var names = await db.Interns.Where(i => ids.Contains(i.Id)).OrderBy(i => i.Name).ThenBy(i => i.Id).Select(i => new { i.Id, i.Name }).ToListAsync(cancellationToken);
        var about = query.Kind switch
        {
            FigureKind.InPlacement => await db.Placements.Where(p => p.Id == query.AboutId).Select(p => p.Name).SingleOrDefaultAsync(cancellationToken),
            FigureKind.OfFaculty => await db.Faculties.Where(f => f.Id == query.AboutId).Select(f => f.Name).SingleOrDefaultAsync(cancellationToken) ?? "non connue",
            _ => null,
        };
        return new FigureInterns(semester.StartsOn, about is null ? query.Kind.Label() : $"{query.Kind.Label()}, {about}", names.ConvertAll(i => (i.Id, i.Name)));
    }

    /// <summary>Those that are open, and those that have somebody in this semester.</summary>
    private async Task<List<PlacementFigure>> PlacementsAsync(FigureRows rows, Guid semesterId, CancellationToken cancellationToken)
    {
        var own = await db.PlacementCapacities.Where(c => c.SemesterId == semesterId).ToDictionaryAsync(c => c.PlacementId, c => c.Capacity, cancellationToken);
        var placements = await db.Placements.OrderBy(p => p.Name).Select(p => new { p.Id, p.Name, p.Capacity, IsClosed = p.ClosedAt != null }).ToListAsync(cancellationToken);
        return [.. placements.Select(p => (p.IsClosed, Figure: new PlacementFigure(
                p.Id, p.Name, rows.Of(FigureKind.InPlacement, semesterId, p.Id).Count, own.GetValueOrDefault(p.Id, p.Capacity),
                rows.SeatsOf(semesterId, p.Id), rows.InExcessOf(semesterId, p.Id))))
            .Where(p => !p.IsClosed || p.Figure.Interns > 0).Select(p => p.Figure)];
    }
}
