using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships;

/// <summary>The imports of the last thirty days that were done, and the files that wait, the latest first; with the semesters to choose from.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record ListAssignmentImports : IQuery<Result<AssignmentImportList>>;

public sealed record AssignmentImportList(IReadOnlyList<AssignmentImportRow> Imports, IReadOnlyList<SemesterChoice> Semesters);

public sealed record AssignmentImportRow(
    Guid Id, string FileName, DateOnly SemesterStartsOn, DateTimeOffset ReceivedAt, DateTimeOffset? ImportedAt, DateTimeOffset? UndoneAt, int Assigned, int Moved);

internal sealed class ListAssignmentImportsHandler(AppDbContext db) : IRequestHandler<ListAssignmentImports, Result<AssignmentImportList>>
{
    public async Task<Result<AssignmentImportList>> Handle(ListAssignmentImports query, CancellationToken cancellationToken) => new AssignmentImportList(
        await db.AssignmentImports.Join(db.Semesters, i => i.SemesterId, s => s.Id, (i, s) => new { i, s.StartsOn })
            .OrderByDescending(x => x.i.ReceivedAt)
            .Select(x => new AssignmentImportRow(x.i.Id, x.i.FileName, x.StartsOn, x.i.ReceivedAt, x.i.ImportedAt, x.i.UndoneAt, x.i.Assigned, x.i.Moved))
            .ToListAsync(cancellationToken),
        await SemesterChoices.ListAsync(db, cancellationToken));
}
