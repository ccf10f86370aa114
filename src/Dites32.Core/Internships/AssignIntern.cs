using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships;

/// <summary>
/// Records where an intern is in a semester: the official choice of placements is made elsewhere, its result is written here.
/// Sent again, it is one assignment. Errors: intern.not-found, semester.not-found, placement.not-found, assignment.closed,
/// assignment.full, assignment.overlaps, assignment.wrong-slot, invalid.
/// </summary>
/// <param name="Slot">What the semester counts for; null for a leave.</param>
/// <param name="IsInExcess">Takes no place of the placement (surnombre).</param>
/// <param name="Where">The place, where it is out of the Gers.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record AssignIntern(
    Guid SubmissionId, Guid InternId, Guid? SemesterId, AssignmentKind? Kind, Guid? PlacementId, TrainingSlot? Slot, bool IsInExcess, string? Where)
    : ICommand<Result<Guid>>, ISubmission, IByStatements, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Intern, InternId);
}

internal sealed class AssignInternHandler(AppDbContext db) : IRequestHandler<AssignIntern, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AssignIntern command, CancellationToken cancellationToken)
    {
        if (command.SubmissionId == Guid.Empty)
        {
            return SharedErrors.PageTooOld;
        }

        if (await db.Assignments.AnyAsync(a => a.Id == command.SubmissionId && a.InternId == command.InternId, cancellationToken))
        {
            return command.SubmissionId;
        }

        if (await db.Interns.SingleOrDefaultAsync(i => i.Id == command.InternId, cancellationToken) is not { } intern)
        {
            return InternErrors.NotFound;
        }

        var errors = new FieldErrors();
        var semester = await db.Semesters.SingleOrDefaultAsync(s => s.Id == command.SemesterId, cancellationToken);
        errors.Require(semester is not null, nameof(command.SemesterId), "Choisissez un semestre.");
        errors.Require(command.Kind is { } kind && Enum.IsDefined(kind), nameof(command.Kind), "Choisissez où se passe le semestre.");
        errors.Require(command.Kind != AssignmentKind.Placement || command.PlacementId is not null, nameof(command.PlacementId), "Choisissez un terrain.");
        errors.Require(
            command.Kind is null or AssignmentKind.Leave || command.Slot is { } slot && Enum.IsDefined(slot), nameof(command.Slot), "Choisissez un créneau.");
        var where = errors.Text(nameof(command.Where), command.Where, Assignment.MaxWhereLength);
        if (errors.Error is not null)
        {
            return errors.Error;
        }

        var curriculum = (await db.Residencies.SingleAsync(r => r.Code == intern.ResidencyCode, cancellationToken)).Curriculum();
        if (command.Kind != AssignmentKind.Leave && !curriculum.Offered.Contains(command.Slot!.Value))
        {
            return AssignmentErrors.WrongSlot;
        }

        if (command.Kind != AssignmentKind.Placement)
        {
            db.Add(Assignment.Away(command.SubmissionId, intern.Id, semester!, command.Kind!.Value, command.Slot, where.Length == 0 ? null : where));
            return command.SubmissionId;
        }

        var seat = await db.TakeSeatAsync(command.PlacementId!.Value, semester!.Id, semester.StartsOn, semester.EndsOn, command.Slot!.Value, command.IsInExcess, cancellationToken);
        if (seat.Error is not null)
        {
            return seat.Error;
        }

        db.Add(Assignment.To(command.SubmissionId, intern.Id, semester, command.PlacementId.Value, seat.Value, command.Slot.Value));
        return command.SubmissionId;
    }
}
