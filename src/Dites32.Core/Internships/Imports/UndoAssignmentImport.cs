using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships;

/// <summary>
/// Undoes a whole import, or nothing of it: what it brought goes, whoever it moved goes back, and files get back what was written
/// in them. A file that it brought stays where it holds something else by now. Undone already, it is a success. Errors:
/// internship.import-not-found, internship.import-too-late, internship.import-changed-since.
/// </summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record UndoAssignmentImport(Guid ImportId) : ICommand<Result>, IRunsAgain, IByStatements;

internal sealed class UndoAssignmentImportHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<UndoAssignmentImport, Result>
{
    public async Task<Result> Handle(UndoAssignmentImport command, CancellationToken cancellationToken)
    {
        await db.LockAllPlacementsAsync(cancellationToken);
        if (await db.AssignmentImports.SingleOrDefaultAsync(i => i.Id == command.ImportId, cancellationToken) is not { } import)
        {
            return AssignmentImportErrors.NotFound;
        }

        if (import.UndoneAt is not null)
        {
            return Result.Success;
        }

        var now = clock.GetUtcNow();
        if (!import.MayBeUndone(now))
        {
            return AssignmentImportErrors.TooLateToUndo;
        }

        var changes = await db.AssignmentImportChanges.Where(c => c.ImportId == import.Id).ToListAsync(cancellationToken);
        var ids = changes.Select(c => c.InternId).ToList();
        var interns = await db.Interns.Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancellationToken);
        var assignments = await db.Assignments.Where(a => ids.Contains(a.InternId)).ToListAsync(cancellationToken);
        var semester = await db.Semesters.SingleAsync(s => s.Id == import.SemesterId, cancellationToken);
        var changed = changes.Where(c => HasChanged(c, interns[c.InternId], assignments.Find(a => a.Id == c.AssignmentId), semester)).ToList();
        var seats = await SeatsBackAsync(changes, changed, assignments, semester, cancellationToken);
        if (changed.Concat(seats.Without).ToList() is { Count: > 0 } stuck)
        {
            return AssignmentImportErrors.ChangedSince([.. stuck.Select(c => interns[c.InternId].Name).Order(StringComparer.CurrentCulture)]);
        }

        await UndoAsync(changes, interns, assignments, seats.Seats, cancellationToken);
        import.Undone(now);
        return Result.Success;
    }

    /// <summary>Somebody has worked on it since.</summary>
    private static bool HasChanged(AssignmentImportChange change, Intern intern, Assignment? assignment, Semester semester) =>
        (change.NewProfile is not null && InternProfiles.Write(intern.Profile()) != change.NewProfile)
        || (change.AssignmentId is not null && (assignment is null || assignment.Outcome != AssignmentOutcome.Awaited || assignment.PlacementId != change.NewPlacementId
            || assignment.Slot != change.NewSlot
            || (change.OldPlacementId is null && (assignment.StartsOn != semester.StartsOn || assignment.EndsOn != semester.EndsOn))));

    /// <summary>The seats that whoever goes back takes: those of others who leave count as free.</summary>
    private async Task<(Dictionary<Guid, int?> Seats, List<AssignmentImportChange> Without)> SeatsBackAsync(
        List<AssignmentImportChange> changes, List<AssignmentImportChange> changed, List<Assignment> assignments, Semester semester, CancellationToken cancellationToken)
    {
        var ground = await AssignmentGround.ReadAsync(db, semester, cancellationToken);
        var placements = ground.Placements.Values.ToDictionary(p => p.Id);
        foreach (var change in changes.Except(changed).Where(c => c.AssignmentId is not null))
        {
            ground.Leave(assignments.Find(a => a.Id == change.AssignmentId)!);
        }

        var (seats, without) = (new Dictionary<Guid, int?>(), new List<AssignmentImportChange>());
        foreach (var change in changes.Except(changed).Where(c => c.OldPlacementId is not null))
        {
            var placement = placements.GetValueOrDefault(change.OldPlacementId!.Value);
            var seat = placement is null || change.OldInExcess ? null : ground.FreeSeat(placement);
            if (placement is null || (seat is null && !change.OldInExcess))
            {
                without.Add(change);
                continue;
            }

            ground.Move(null, placement, seat);
            seats[change.AssignmentId!.Value] = seat;
        }

        return (seats, without);
    }

    private async Task UndoAsync(
        List<AssignmentImportChange> changes, Dictionary<Guid, Intern> interns, List<Assignment> assignments, Dictionary<Guid, int?> seats, CancellationToken cancellationToken)
    {
        var isNew = changes.Where(c => c.AssignmentId is not null && c.OldPlacementId is null).Select(c => c.AssignmentId!.Value).ToList();
        await db.Assignments.Where(a => isNew.Contains(a.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.LeaveSeatsAsync(seats.Keys, cancellationToken);
        foreach (var change in changes)
        {
            if (change.OldPlacementId is { } old)
            {
                await db.SeatAsync(change.AssignmentId!.Value, old, seats[change.AssignmentId.Value], change.OldSlot!.Value, cancellationToken);
            }

            if (change.OldProfile is not null)
            {
                interns[change.InternId].Correct(InternProfiles.Read(change.OldProfile));
            }
        }

        var alone = changes.Where(c => c.InternIsNew && assignments.All(a => a.InternId != c.InternId || isNew.Contains(a.Id))).Select(c => c.InternId).ToList();
        await db.Interns.Where(i => alone.Contains(i.Id)).ExecuteDeleteAsync(cancellationToken);
    }
}
