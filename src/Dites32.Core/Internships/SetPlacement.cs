using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships;

/// <summary>Adds a placement with its supervisors. Sent again, it is one placement. Errors: placement.name-taken, placement.wrong-supervisors, placement.wrong-shares.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record AddPlacement(Guid SubmissionId, PlacementForm Form) : ICommand<Result<Guid>>, ISubmission;

/// <summary>
/// Puts right what is known of a placement. Errors: placement.not-found, placement.name-taken, placement.wrong-supervisors,
/// placement.wrong-shares, placement.below-assignments, changed-meanwhile.
/// </summary>
/// <param name="Version">Of the placement as the coordinator saw it.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record CorrectPlacement(Guid PlacementId, uint Version, PlacementForm Form) : ICommand<Result>, IVersioned, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Placement, PlacementId);
}

/// <summary>
/// Sends no intern there any more, or again. What was done there stays. Errors: placement.not-found, placement.has-coming (an
/// intern is there for a semester that is not over).
/// </summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record ClosePlacement(Guid PlacementId, bool IsClosed) : ICommand<Result>, IAbout, IByStatements
{
    Subject IAbout.Subject => new(SubjectKind.Placement, PlacementId);
}

/// <summary>
/// How many interns a placement takes in one semester, where it differs from its usual. Errors: placement.not-found,
/// semester.not-found, placement.below-assignments.
/// </summary>
/// <param name="Capacity">Empty for the usual one.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record SetPlacementCapacity(Guid PlacementId, Guid SemesterId, string? Capacity) : ICommand<Result>, IAbout, IRunsAgain
{
    Subject IAbout.Subject => new(SubjectKind.Placement, PlacementId);
}

internal sealed class SetPlacementHandler(AppDbContext db, InternshipFormReader reader, TimeProvider clock)
    : IRequestHandler<AddPlacement, Result<Guid>>, IRequestHandler<CorrectPlacement, Result>, IRequestHandler<ClosePlacement, Result>,
        IRequestHandler<SetPlacementCapacity, Result>
{
    public async Task<Result<Guid>> Handle(AddPlacement command, CancellationToken cancellationToken)
    {
        var form = await reader.ReadAsync(command.Form, cancellationToken);
        if (form.Error is not null)
        {
            return form.Error;
        }

        if (command.SubmissionId == Guid.Empty)
        {
            return SharedErrors.PageTooOld;
        }

        if (await db.Placements.AnyAsync(p => p.Id == command.SubmissionId, cancellationToken))
        {
            return command.SubmissionId;
        }

        var placement = Placement.Of(command.SubmissionId, form.Value.Profile);
        if (placement.Share(form.Value.Shares).Error is { } error)
        {
            return error;
        }

        db.Add(placement);
        return placement.Id;
    }

    public async Task<Result> Handle(CorrectPlacement command, CancellationToken cancellationToken)
    {
        if (await db.Placements.Include(p => p.Supervisors).SingleOrDefaultAsync(p => p.Id == command.PlacementId, cancellationToken) is not { } placement)
        {
            return PlacementErrors.NotFound;
        }

        if (db.Entry(placement).Property<uint>("Version").CurrentValue != command.Version)
        {
            return SharedErrors.ChangedMeanwhile;
        }

        var form = await reader.ReadAsync(command.Form, cancellationToken);
        if (form.Error is not null)
        {
            return form.Error;
        }

        placement.Correct(form.Value.Profile);
        return placement.Share(form.Value.Shares);
    }

    public async Task<Result> Handle(ClosePlacement command, CancellationToken cancellationToken)
    {
        if (await db.LockedPlacementAsync(command.PlacementId, cancellationToken) is not { } placement)
        {
            return PlacementErrors.NotFound;
        }

        var today = clock.Today();
        if (command.IsClosed && await db.Assignments.AnyAsync(a => a.PlacementId == placement.Id && a.EndsOn >= today, cancellationToken))
        {
            return PlacementErrors.HasComing;
        }

        if (command.IsClosed)
        {
            placement.Close(clock.GetUtcNow());
        }
        else
        {
            placement.Reopen();
        }

        return Result.Success;
    }

    public async Task<Result> Handle(SetPlacementCapacity command, CancellationToken cancellationToken)
    {
        if (!await db.Placements.AnyAsync(p => p.Id == command.PlacementId, cancellationToken))
        {
            return PlacementErrors.NotFound;
        }

        if (!await db.Semesters.AnyAsync(s => s.Id == command.SemesterId, cancellationToken))
        {
            return SemesterErrors.NotFound;
        }

        var known = await db.PlacementCapacities
            .SingleOrDefaultAsync(c => c.PlacementId == command.PlacementId && c.SemesterId == command.SemesterId, cancellationToken);
        if (PlainText.Clean(command.Capacity).Length == 0)
        {
            db.RemoveRange(known is null ? [] : [known]);
            return Result.Success;
        }

        if (InternshipFormReader.Whole(command.Capacity) is not { } capacity || capacity > Placement.MaxCapacity)
        {
            return SharedErrors.Invalid(nameof(command.Capacity), $"Écrivez un nombre d'internes, de 0 à {Placement.MaxCapacity}, ou laissez vide.");
        }

        if (known is null)
        {
            db.Add(PlacementCapacity.Of(command.PlacementId, command.SemesterId, capacity));
        }
        else
        {
            known.Correct(capacity);
        }

        return Result.Success;
    }
}
