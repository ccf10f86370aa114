using Dites32.Core.Data;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships;

/// <summary>A semester as it is, and as the lines of a file that were taken so far have made it.</summary>
internal sealed class AssignmentGround
{
    private readonly Dictionary<Guid, List<Assignment>> byIntern = [];
    private readonly Dictionary<Guid, List<int>> taken = [];
    private readonly Dictionary<Guid, int> capacities = [];
    private readonly Dictionary<Guid, string> names = [];

    private AssignmentGround(Semester semester) => Semester = semester;

    public Semester Semester { get; }
    public Dictionary<string, Intern> Interns { get; private init; } = [];
    public Dictionary<string, Placement> Placements { get; private init; } = [];
    public Dictionary<string, Faculty> Faculties { get; private init; } = [];
    public IReadOnlyList<(Residency Residency, string Specialty)> Residencies { get; private init; } = [];

    public static async Task<AssignmentGround> ReadAsync(AppDbContext db, Semester semester, CancellationToken cancellationToken)
    {
        var placements = await db.Placements.ToListAsync(cancellationToken);
        var ground = new AssignmentGround(semester)
        {
            Interns = await db.Interns.ToDictionaryAsync(i => i.Email, cancellationToken),
            Placements = placements.GroupBy(p => PlainText.Words(p.Name)).ToDictionary(g => g.Key, g => g.OrderBy(p => p.ClosedAt is not null).First()),
            Faculties = (await db.Faculties.ToListAsync(cancellationToken)).GroupBy(f => PlainText.Words(f.Name)).ToDictionary(g => g.Key, g => g.First()),
            Residencies = await db.Residencies.Join(db.Specialties, r => r.SpecialtyCode, s => s.Code, (r, s) => new { r, s.Label })
                .AsAsyncEnumerable().Select(x => (x.r, PlainText.Words(x.Label))).ToListAsync(cancellationToken),
        };
        var own = await db.PlacementCapacities.Where(c => c.SemesterId == semester.Id).ToDictionaryAsync(c => c.PlacementId, c => c.Capacity, cancellationToken);
        foreach (var placement in placements)
        {
            ground.capacities[placement.Id] = own.GetValueOrDefault(placement.Id, placement.Capacity);
            ground.names[placement.Id] = placement.Name;
            ground.taken[placement.Id] = [];
        }

        foreach (var assignment in await db.Assignments.Where(a => a.StartsOn <= semester.EndsOn && a.EndsOn >= semester.StartsOn).ToListAsync(cancellationToken))
        {
            (ground.byIntern.TryGetValue(assignment.InternId, out var known) ? known : ground.byIntern[assignment.InternId] = []).Add(assignment);
            if (assignment is { PlacementId: { } at, Seat: { } seat })
            {
                ground.taken[at].Add(seat);
            }
        }

        return ground;
    }

    /// <summary>What the intern has in these six months; null for nothing. Several, or something that a file cannot move, is refused before.</summary>
    public Assignment? AssignmentOf(Guid internId) => byIntern.GetValueOrDefault(internId)?[0];

    public IReadOnlyList<Assignment> AllOf(Guid internId) => byIntern.GetValueOrDefault(internId) ?? [];

    public string NameOf(Guid placementId) => names[placementId];

    public int? FreeSeat(Placement placement) => Seats.FirstFree(capacities[placement.Id], taken[placement.Id]);

    public void Leave(Assignment old)
    {
        if (old is { PlacementId: { } from, Seat: { } left })
        {
            taken[from].Remove(left);
        }
    }

    public void Move(Assignment? old, Placement to, int? seat)
    {
        if (old is not null)
        {
            Leave(old);
        }

        if (seat is { } one)
        {
            taken[to.Id].Add(one);
        }
    }
}
