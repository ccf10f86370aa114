using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships;

/// <summary>The interns by name, a page at a time.</summary>
/// <param name="Text">A part of the name; empty for all.</param>
/// <param name="SemesterId">Only those who have something in this semester; null for all.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record ListInterns(string Text, Guid? SemesterId, int PageNumber) : IQuery<Result<Page<InternRow>>>
{
    public const int PageSize = 50;
}

/// <param name="Where">In the semester that is asked for, or the present one; null where nothing is written.</param>
public sealed record InternRow(Guid Id, string Name, string Residency, string? Faculty, int Validated, string? Where);

internal sealed class ListInternsHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<ListInterns, Result<Page<InternRow>>>
{
    public async Task<Result<Page<InternRow>>> Handle(ListInterns query, CancellationToken cancellationToken)
    {
        var (today, pattern) = (clock.Today(), $"%{Like.Escape(PlainText.Clean(query.Text))}%");
        var found = db.Interns.Where(i => EF.Functions.ILike(i.Name, pattern, Like.EscapeCharacter))
            .Where(i => query.SemesterId == null || db.Assignments.Any(a => a.InternId == i.Id && a.SemesterId == query.SemesterId));
        var total = await found.CountAsync(cancellationToken);
        var number = Math.Clamp(query.PageNumber, 1, Math.Max(1, (total + ListInterns.PageSize - 1) / ListInterns.PageSize));
        var rows = await found.OrderBy(i => i.Name).ThenBy(i => i.Id)
            .Skip((int)Page<InternRow>.Offset(number, ListInterns.PageSize)).Take(ListInterns.PageSize)
            .Select(i => new
            {
                i.Id,
                i.Name,
                Residency = db.Residencies.Where(r => r.Code == i.ResidencyCode).Select(r => r.Label).First(),
                Faculty = db.Faculties.Where(f => f.Id == i.FacultyId).Select(f => f.Name).FirstOrDefault(),
                Validated = db.Assignments.Count(a => a.InternId == i.Id && a.Outcome == AssignmentOutcome.Validated),
                Now = db.Assignments.Where(a => a.InternId == i.Id && (query.SemesterId == null ? a.StartsOn <= today && a.EndsOn >= today : a.SemesterId == query.SemesterId))
                    .OrderBy(a => a.StartsOn)
                    .Select(a => new { a.Kind, a.Where, Placement = db.Placements.Where(p => p.Id == a.PlacementId).Select(p => p.Name).FirstOrDefault() })
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return new Page<InternRow>(
            [.. rows.Select(r => new InternRow(r.Id, r.Name, r.Residency, r.Faculty, r.Validated, r.Now is null ? null : r.Now.Placement ?? r.Now.Where ?? r.Now.Kind.Label()))],
            number, ListInterns.PageSize, total);
    }
}
