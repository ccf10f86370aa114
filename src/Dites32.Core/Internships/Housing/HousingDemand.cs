using Dites32.Core.Data;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Housing;

/// <summary>What the rules of a round see of those who ask, and who waits in which order.</summary>
internal sealed class HousingDemand(AppDbContext db)
{
    /// <summary>The requests that wait: neither declined nor followed by a room.</summary>
    public IQueryable<HousingRequest> Waiting(Guid semesterId) => db.HousingRequests.Where(r =>
        r.SemesterId == semesterId && r.DeclinedAt == null && !db.HousingBookings.Any(b => b.InternId == r.InternId && b.SemesterId == semesterId));

    public async Task<IReadOnlyList<RankedRequest>> RankAsync(HousingRound round, Semester semester, CancellationToken cancellationToken)
    {
        var waiting = await Waiting(semester.Id)
            .Select(r => new
            {
                Request = r,
                Kinds = db.Assignments.Where(a => a.InternId == r.InternId && a.SemesterId == semester.Id && a.PlacementId != null)
                    .Join(db.Placements, a => a.PlacementId, p => p.Id, (a, p) => p.Kind).ToList(),
                CameBefore = db.Assignments.Any(a => a.InternId == r.InternId && a.PlacementId != null && a.EndsOn < semester.StartsOn),
                HousedBefore = db.HousingBookings.Any(b => b.InternId == r.InternId && b.SemesterId != semester.Id),
            })
            .AsNoTracking().ToListAsync(cancellationToken);
        return waiting.Select(w => new RankedRequest(w.Request.Id, Met(w.Request, w.Kinds, w.CameBefore, w.HousedBefore, round, semester), w.Request.AskedAt)).Rank(round.Rules);
    }

    private static HashSet<PriorityCriterion> Met(
        HousingRequest request, List<PlacementKind> placements, bool cameBefore, bool housedBefore, HousingRound round, Semester semester)
    {
        var isWhole = request.StartsOn <= semester.StartsOn.AddDays(HousingBooking.MarginDays) && request.EndsOn >= semester.EndsOn.AddDays(-HousingBooking.MarginDays);
        return [.. PriorityCriteria.All.Where(criterion => criterion switch
        {
            PriorityCriterion.GersPlacement => placements.Count > 0,
            PriorityCriterion.Ambulatory => placements.Contains(PlacementKind.Ambulatory),
            PriorityCriterion.BeforeDeadline => request.AskedAt.ParisDay() <= round.Deadline,
            PriorityCriterion.FirstSemester => !cameBefore,
            PriorityCriterion.NeverHoused => !housedBefore,
            PriorityCriterion.WholeSemester => isWhole,
        })];
    }
}
