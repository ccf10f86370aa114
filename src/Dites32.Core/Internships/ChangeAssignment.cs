using Dites32.Core.Audit;
using Dites32.Core.Data;
using Dites32.Core.Internships.Locum;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships;

/// <summary>
/// Sends an intern to another placement for the same days. There already, it is a success. Errors: assignment.not-found,
/// placement.not-found, assignment.closed, assignment.full, assignment.wrong-slot, assignment.is-over, changed-meanwhile.
/// </summary>
/// <param name="Slot">Null for the same slot.</param>
/// <param name="Version">Of the assignment as the coordinator saw it.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record MoveAssignment(Guid AssignmentId, uint Version, Guid? PlacementId, TrainingSlot? Slot, bool IsInExcess)
    : ICommand<Result>, IVersioned, IByStatements;

/// <summary>
/// Says from when to when, where it is not the whole semester. Errors: assignment.not-found, assignment.outside-semester,
/// assignment.overlaps, assignment.full, changed-meanwhile.
/// </summary>
/// <param name="Version">Of the assignment as the coordinator saw it.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record SetAssignmentDays(Guid AssignmentId, uint Version, string? StartsOn, string? EndsOn) : ICommand<Result>, IVersioned, IByStatements;

/// <summary>
/// Writes down whether a semester is validated, which the faculty decides: at least as many months of presence as the residency
/// asks. Where it meets the conditions of the licence de remplacement, the intern is told, once. Errors: assignment.not-found, assignment.wrong-months, assignment.too-short, assignment.too-early, assignment.leave,
/// changed-meanwhile.
/// </summary>
/// <param name="Version">Of the assignment as the coordinator saw it.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record ConcludeAssignment(Guid AssignmentId, uint Version, AssignmentOutcome? Outcome, string? MonthsPresent)
    : ICommand<Result>, IVersioned, IByStatements;

/// <summary>Takes an assignment away, as if it had never been. Gone already, it is a success.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record RemoveAssignment(Guid AssignmentId) : ICommand<Result>, IRunsAgain, IByStatements;

internal sealed class ChangeAssignmentHandler(AppDbContext db, FoundSubject found, LicenceNotice licence, TimeProvider clock)
    : IRequestHandler<MoveAssignment, Result>, IRequestHandler<SetAssignmentDays, Result>, IRequestHandler<ConcludeAssignment, Result>,
        IRequestHandler<RemoveAssignment, Result>
{
    public async Task<Result> Handle(MoveAssignment command, CancellationToken cancellationToken)
    {
        if (await FindAsync(command.AssignmentId, cancellationToken) is not { } assignment)
        {
            return AssignmentErrors.NotFound;
        }

        if (command.PlacementId is not { } placementId)
        {
            return SharedErrors.Invalid(nameof(command.PlacementId), "Choisissez un terrain.");
        }

        var slot = command.Slot ?? assignment.Slot;
        var isThere = assignment.PlacementId == placementId && assignment.Slot == slot && assignment.Seat is null == command.IsInExcess;
        if (isThere || VersionOf(assignment) != command.Version)
        {
            return isThere ? Result.Success : SharedErrors.ChangedMeanwhile;
        }

        var curriculum = await CurriculumAsync(assignment, cancellationToken);
        if (slot is null || !curriculum.Offered.Contains(slot.Value))
        {
            return AssignmentErrors.WrongSlot;
        }

        if (assignment.PlacementId == placementId && assignment.Seat is not null && !command.IsInExcess)
        {
            return (await db.LockedPlacementAsync(placementId, cancellationToken))?.Slots.Contains(slot.Value.ToString()) == true
                ? assignment.Move(placementId, assignment.Seat, slot.Value)
                : AssignmentErrors.WrongSlot;
        }

        var seat = await db.TakeSeatAsync(
            placementId, assignment.SemesterId, assignment.StartsOn, assignment.EndsOn, slot.Value, command.IsInExcess, cancellationToken);
        return seat.Error ?? assignment.Move(placementId, seat.Value, slot.Value);
    }

    public async Task<Result> Handle(SetAssignmentDays command, CancellationToken cancellationToken)
    {
        if (await FindAsync(command.AssignmentId, cancellationToken) is not { } assignment)
        {
            return AssignmentErrors.NotFound;
        }

        if (VersionOf(assignment) != command.Version)
        {
            return SharedErrors.ChangedMeanwhile;
        }

        var semester = await db.Semesters.SingleAsync(s => s.Id == assignment.SemesterId, cancellationToken);
        var errors = new FieldErrors();
        var start = errors.Take(nameof(command.StartsOn), TypedDay.Read(command.StartsOn, semester.StartsOn, semester.EndsOn));
        var end = errors.Take(nameof(command.EndsOn), TypedDay.Read(command.EndsOn, semester.StartsOn, semester.EndsOn));
        if (errors.Error is not null)
        {
            return errors.Error;
        }

        var (from, to) = (start ?? semester.StartsOn, end ?? semester.EndsOn);
        if (assignment is { PlacementId: { } placementId, Seat: { } seat } && await db.LockedPlacementAsync(placementId, cancellationToken) is { } placement)
        {
            var taken = await db.TakenSeatsAsync(placementId, from, to, assignment.Id, cancellationToken);
            var kept = taken.Contains(seat) ? Seats.FirstFree(await db.CapacityOfAsync(placement, semester.Id, cancellationToken), taken) : seat;
            return kept is null ? AssignmentErrors.Full : assignment.Last(from, to, semester, kept);
        }

        return assignment.Last(from, to, semester, assignment.Seat);
    }

    public async Task<Result> Handle(ConcludeAssignment command, CancellationToken cancellationToken)
    {
        if (await FindAsync(command.AssignmentId, cancellationToken) is not { } assignment)
        {
            return AssignmentErrors.NotFound;
        }

        if (VersionOf(assignment) != command.Version)
        {
            return SharedErrors.ChangedMeanwhile;
        }

        if (command.Outcome is not { } outcome || !Enum.IsDefined(outcome))
        {
            return SharedErrors.Invalid(nameof(command.Outcome), "Choisissez une issue.");
        }

        var curriculum = await CurriculumAsync(assignment, cancellationToken);
        await licence.HoldAsync(assignment.InternId, cancellationToken);
        if (assignment.Conclude(outcome, InternshipFormReader.Whole(command.MonthsPresent), curriculum.MonthsToValidate, clock.Today()).Error is { } error)
        {
            return error;
        }

        await licence.FollowAsync(assignment, isRemoved: false, cancellationToken);
        return Result.Success;
    }

    public async Task<Result> Handle(RemoveAssignment command, CancellationToken cancellationToken)
    {
        if (await FindAsync(command.AssignmentId, cancellationToken) is { } assignment)
        {
            await licence.HoldAsync(assignment.InternId, cancellationToken);
            await licence.FollowAsync(assignment, isRemoved: true, cancellationToken);
            db.Remove(assignment);
        }

        return Result.Success;
    }

    private async Task<Assignment?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var assignment = await db.Assignments.SingleOrDefaultAsync(a => a.Id == id, cancellationToken);
        found.Found = assignment is null ? null : new Subject(SubjectKind.Intern, assignment.InternId);
        return assignment;
    }

    private uint VersionOf(Assignment assignment) => db.Entry(assignment).Property<uint>("Version").CurrentValue;

    private async Task<Curriculum> CurriculumAsync(Assignment assignment, CancellationToken cancellationToken) =>
        (await db.Interns.Where(i => i.Id == assignment.InternId)
            .Join(db.Residencies, i => i.ResidencyCode, r => r.Code, (i, r) => r).SingleAsync(cancellationToken)).Curriculum();
}
