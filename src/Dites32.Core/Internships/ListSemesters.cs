using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships;

/// <summary>Every semester, the latest first.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record ListSemesters : IQuery<Result<IReadOnlyList<SemesterRow>>>;

/// <param name="Interns">In a placement of the Gers.</param>
public sealed record SemesterRow(Guid Id, uint Version, DateOnly StartsOn, DateOnly EndsOn, int Interns);

internal sealed class ListSemestersHandler(AppDbContext db) : IRequestHandler<ListSemesters, Result<IReadOnlyList<SemesterRow>>>
{
    public async Task<Result<IReadOnlyList<SemesterRow>>> Handle(ListSemesters query, CancellationToken cancellationToken) =>
        await db.Semesters.OrderByDescending(s => s.StartsOn)
            .Select(s => new SemesterRow(
                s.Id, EF.Property<uint>(s, "Version"), s.StartsOn, s.EndsOn,
                db.Assignments.Where(a => a.SemesterId == s.Id && a.PlacementId != null).Select(a => a.InternId).Distinct().Count()))
            .ToListAsync(cancellationToken);
}
