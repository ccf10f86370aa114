using Dites32.Core.Data;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships;

internal static class Seats
{
    /// <summary>The placement, which nobody else fills or closes before the transaction ends.</summary>
    public static Task<Placement?> LockedPlacementAsync(this AppDbContext db, Guid placementId, CancellationToken cancellationToken) =>
        db.Placements.FromSql($"SELECT *, xmin FROM placement WHERE id = {placementId} FOR UPDATE").SingleOrDefaultAsync(cancellationToken);

    /// <summary>How many interns a placement takes in a semester.</summary>
    public static async Task<int> CapacityOfAsync(this AppDbContext db, Placement placement, Guid semesterId, CancellationToken cancellationToken) =>
        await db.PlacementCapacities.Where(c => c.PlacementId == placement.Id && c.SemesterId == semesterId)
            .Select(c => (int?)c.Capacity).SingleOrDefaultAsync(cancellationToken) ?? placement.Capacity;

    /// <summary>The first seat that nobody has in these days; null when all are taken.</summary>
    public static async Task<int?> FreeSeatAsync(this AppDbContext db, Placement placement, Guid semesterId, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var taken = await db.TakenSeatsAsync(placement.Id, from, to, Guid.Empty, cancellationToken);
        return FirstFree(await db.CapacityOfAsync(placement, semesterId, cancellationToken), taken);
    }

    /// <summary>The seats that others than this assignment have in these days.</summary>
    public static Task<List<int>> TakenSeatsAsync(
        this AppDbContext db, Guid placementId, DateOnly from, DateOnly to, Guid but, CancellationToken cancellationToken) =>
        db.Assignments.Where(a => a.PlacementId == placementId && a.Id != but && a.Seat != null && a.StartsOn <= to && a.EndsOn >= from)
            .Select(a => a.Seat!.Value).ToListAsync(cancellationToken);

    /// <summary>A seat for these days, in a placement that is open and offers the slot; null for an intern in excess.</summary>
    public static async Task<Result<int?>> TakeSeatAsync(
        this AppDbContext db, Guid placementId, Guid semesterId, DateOnly from, DateOnly to, TrainingSlot slot, bool isInExcess, CancellationToken cancellationToken)
    {
        if (await db.LockedPlacementAsync(placementId, cancellationToken) is not { } placement)
        {
            return PlacementErrors.NotFound;
        }

        if (placement.ClosedAt is not null)
        {
            return AssignmentErrors.Closed;
        }

        if (!placement.Slots.Contains(slot.ToString()))
        {
            return AssignmentErrors.WrongSlot;
        }

        var seat = isInExcess ? null : await db.FreeSeatAsync(placement, semesterId, from, to, cancellationToken);
        return seat is null && !isInExcess ? AssignmentErrors.Full : Result<int?>.Success(seat);
    }

    public static int? FirstFree(int capacity, IReadOnlyCollection<int> taken) =>
        Enumerable.Range(1, capacity).Where(seat => !taken.Contains(seat)).Select(seat => (int?)seat).FirstOrDefault();
}
