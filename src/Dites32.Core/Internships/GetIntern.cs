using Dites32.Core.Data;
using Dites32.Core.Internships.Locum;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships;

/// <summary>One intern's file, semester by semester, with what is left to validate; the reading is traced. Errors: intern.not-found.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record GetIntern(Guid InternId) : IQuery<Result<InternFile>>, IReadsFile
{
    public ReadingPurpose Purpose => ReadingPurpose.WelcomingInterns;

    Subject IAbout.Subject => new(SubjectKind.Intern, InternId);
}

public sealed record InternFile(
    Guid Id, uint Version, string Name, string Email, string? Phone, Guid? FacultyId, string? Faculty, string ResidencyCode, string Residency, DateOnly EnteredOn,
    Curriculum Curriculum, CurriculumProgress Progress, IReadOnlyList<InternSemester> Semesters, InternCareer Career);

/// <summary>One assignment of an intern.</summary>
public sealed record InternSemester(
    Guid AssignmentId, uint Version, Guid SemesterId, DateOnly SemesterStartsOn, DateOnly SemesterEndsOn, AssignmentKind Kind, Guid? PlacementId, string? Placement,
    string? Where, TrainingSlot? Slot, bool IsInExcess, DateOnly StartsOn, DateOnly EndsOn, AssignmentOutcome Outcome, int? MonthsPresent)
{
    public bool IsWhole => StartsOn == SemesterStartsOn && EndsOn == SemesterEndsOn;

    /// <summary>« Cabinet de Vic », « Hors du Gers », « Disponibilité ou congé ».</summary>
    public string Place => Placement ?? Where ?? Kind.Label();
}

internal sealed class GetInternHandler(AppDbContext db, InternCareers careers) : IRequestHandler<GetIntern, Result<InternFile>>
{
    public async Task<Result<InternFile>> Handle(GetIntern query, CancellationToken cancellationToken)
    {
        if (await db.Interns.SingleOrDefaultAsync(i => i.Id == query.InternId, cancellationToken) is not { } intern)
        {
            return InternErrors.NotFound;
        }

        var residency = await db.Residencies.SingleAsync(r => r.Code == intern.ResidencyCode, cancellationToken);
        var semesters = await db.SemestersOf(intern.Id).ToListAsync(cancellationToken);
        var curriculum = residency.Curriculum();
        return new InternFile(
            intern.Id, db.Entry(intern).Property<uint>("Version").CurrentValue, intern.Name, intern.Email, intern.Phone, intern.FacultyId,
            await db.Faculties.Where(f => f.Id == intern.FacultyId).Select(f => f.Name).SingleOrDefaultAsync(cancellationToken),
            residency.Code, residency.Label, intern.EnteredOn, curriculum, curriculum.Progress(semesters.Validated()), semesters,
            await careers.ReadAsync(intern, semesters.Validated(), cancellationToken));
    }
}

internal static class InternSemesters
{
    /// <summary>What the validated ones count for.</summary>
    public static List<TrainingSlot> Validated(this IEnumerable<InternSemester> semesters) =>
        [.. semesters.Where(s => s.Outcome == AssignmentOutcome.Validated).Select(s => s.Slot!.Value)];

    /// <summary>The latest first.</summary>
    public static IQueryable<InternSemester> SemestersOf(this AppDbContext db, Guid internId) =>
        from a in db.Assignments
        join s in db.Semesters on a.SemesterId equals s.Id
        join p in db.Placements on a.PlacementId equals p.Id into placements
        from p in placements.DefaultIfEmpty()
        where a.InternId == internId
        orderby a.StartsOn descending, a.Id
        select new InternSemester(
            a.Id, EF.Property<uint>(a, "Version"), s.Id, s.StartsOn, s.EndsOn, a.Kind, a.PlacementId, p == null ? null : p.Name, a.Where, a.Slot,
            a.Kind == AssignmentKind.Placement && a.Seat == null, a.StartsOn, a.EndsOn, a.Outcome, a.MonthsPresent);
}
