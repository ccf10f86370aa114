using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships;

/// <summary>Every supervisor by name, to choose from.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record ListSupervisorNames : IQuery<Result<IReadOnlyList<SupervisorName>>>;

public sealed record SupervisorName(Guid Id, string Name);

internal sealed class ListSupervisorNamesHandler(AppDbContext db) : IRequestHandler<ListSupervisorNames, Result<IReadOnlyList<SupervisorName>>>
{
    public async Task<Result<IReadOnlyList<SupervisorName>>> Handle(ListSupervisorNames query, CancellationToken cancellationToken) =>
        await db.Supervisors.OrderBy(s => s.Name).ThenBy(s => s.Id).Select(s => new SupervisorName(s.Id, s.Name)).ToListAsync(cancellationToken);
}
