using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships;

/// <summary>
/// Many moves at once: all leave their seats before any takes another, which the constraint on seats would refuse one row after
/// the other. Within the transaction of a command that holds every placement.
/// </summary>
internal static class SeatStatements
{
    public static Task LockAllPlacementsAsync(this AppDbContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT FROM placement ORDER BY id FOR UPDATE", cancellationToken);

    public static Task LeaveSeatsAsync(this AppDbContext db, IReadOnlyCollection<Guid> assignments, CancellationToken cancellationToken) =>
        db.Assignments.Where(a => assignments.Contains(a.Id)).ExecuteUpdateAsync(set => set.SetProperty(a => a.Seat, (int?)null), cancellationToken);

    public static Task SeatAsync(
        this AppDbContext db, Guid assignmentId, Guid placementId, int? seat, TrainingSlot slot, CancellationToken cancellationToken) =>
        db.Assignments.Where(a => a.Id == assignmentId).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.PlacementId, placementId).SetProperty(a => a.Seat, seat).SetProperty(a => a.Slot, slot), cancellationToken);
}
