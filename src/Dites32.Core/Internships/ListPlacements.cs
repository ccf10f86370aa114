using Dites32.Core.Data;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships;

/// <summary>The placements by name: those in use, or all.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record ListPlacements(bool WithClosed) : IQuery<Result<IReadOnlyList<PlacementRow>>>;

public sealed record PlacementRow(
    Guid Id, string Name, PlacementKind Kind, string CommuneName, string SpecialtyLabel, int Capacity, DateOnly? ApprovedUntil, ApprovalState Approval,
    IReadOnlyList<TrainingSlot> Slots, IReadOnlyList<string> Supervisors, bool IsClosed);

/// <summary>One placement, with what it takes in each semester. Errors: placement.not-found.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record GetPlacement(Guid PlacementId) : IQuery<Result<PlacementFile>>;

/// <param name="Semesters">The latest eight.</param>
public sealed record PlacementFile(
    PlacementRow Row, uint Version, string SpecialtyCode, string CommuneLabel, string? Address, IReadOnlyList<(Guid Id, string Name, int Share)> Shares,
    IReadOnlyList<PlacementSemester> Semesters);

/// <param name="OwnCapacity">Null where it is the usual one.</param>
public sealed record PlacementSemester(Guid SemesterId, DateOnly StartsOn, int? OwnCapacity, int Interns);

internal sealed class ListPlacementsHandler(AppDbContext db, CatalogueCache catalogues, TimeProvider clock)
    : IRequestHandler<ListPlacements, Result<IReadOnlyList<PlacementRow>>>, IRequestHandler<GetPlacement, Result<PlacementFile>>
{
    private const int MaxSemesters = 8;

    public async Task<Result<IReadOnlyList<PlacementRow>>> Handle(ListPlacements query, CancellationToken cancellationToken)
    {
        var placements = await db.Placements.AsNoTracking().Include(p => p.Supervisors).Where(p => query.WithClosed || p.ClosedAt == null)
            .OrderBy(p => p.Name).ToListAsync(cancellationToken);
        var names = await db.Supervisors.ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
        var catalogue = await catalogues.GetAsync(cancellationToken);
        return placements.ConvertAll(p => Row(p, names, catalogue));
    }

    public async Task<Result<PlacementFile>> Handle(GetPlacement query, CancellationToken cancellationToken)
    {
        if (await db.Placements.Include(p => p.Supervisors).SingleOrDefaultAsync(p => p.Id == query.PlacementId, cancellationToken) is not { } placement)
        {
            return PlacementErrors.NotFound;
        }

        var ids = placement.Supervisors.ConvertAll(s => s.SupervisorId);
        var names = await db.Supervisors.Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var semesters = await db.Semesters.OrderByDescending(s => s.StartsOn).Take(MaxSemesters)
            .Select(s => new PlacementSemester(
                s.Id, s.StartsOn,
                db.PlacementCapacities.Where(c => c.PlacementId == placement.Id && c.SemesterId == s.Id).Select(c => (int?)c.Capacity).SingleOrDefault(),
                db.Assignments.Count(a => a.PlacementId == placement.Id && a.SemesterId == s.Id)))
            .ToListAsync(cancellationToken);
        return new PlacementFile(
            Row(placement, names, catalogue), db.Entry(placement).Property<uint>("Version").CurrentValue, placement.SpecialtyCode,
            catalogue.Communes[placement.InseeCode].Label, placement.Address,
            [.. placement.Supervisors.Select(s => (s.SupervisorId, names[s.SupervisorId], s.Share)).OrderBy(s => s.Item2, StringComparer.CurrentCulture)], semesters);
    }

    private PlacementRow Row(Placement p, Dictionary<Guid, string> names, Catalogue catalogue) => new(
        p.Id, p.Name, p.Kind, catalogue.Communes[p.InseeCode].Name, catalogue.Specialties[p.SpecialtyCode].Label, p.Capacity, p.ApprovedUntil,
        Approvals.Of(p.ApprovedUntil, clock.Today()), p.Profile().Slots, [.. p.Supervisors.Select(s => names[s.SupervisorId]).Order(StringComparer.CurrentCulture)],
        p.ClosedAt is not null);
}
