using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships;

/// <summary>Adds a supervisor (MSU). Sent again, it is one supervisor.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record AddSupervisor(Guid SubmissionId, SupervisorForm Form) : ICommand<Result<Guid>>, ISubmission;

/// <summary>Puts right what is known of a supervisor: contact, training, approval, wish. Errors: supervisor.not-found, changed-meanwhile.</summary>
/// <param name="Version">Of the supervisor as the coordinator saw them.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record CorrectSupervisor(Guid SupervisorId, uint Version, SupervisorForm Form) : ICommand<Result>, IVersioned, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Supervisor, SupervisorId);
}

/// <summary>Forgets a supervisor whom no placement names any more. Errors: supervisor.not-found, supervisor.has-placements.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record RemoveSupervisor(Guid SupervisorId) : ICommand<Result>, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Supervisor, SupervisorId);
}

public static class SupervisorErrors
{
    public static readonly Error NotFound = new(ErrorKind.NotFound, "supervisor.not-found", "Cette fiche de maître de stage n'existe pas, ou a été effacée.");

    public static readonly Error HasPlacements = new(
        ErrorKind.Conflict, "supervisor.has-placements", "Cette personne encadre encore un terrain\u00a0: retirez-la d'abord de ce terrain.");
}

internal sealed class SetSupervisorHandler(AppDbContext db)
    : IRequestHandler<AddSupervisor, Result<Guid>>, IRequestHandler<CorrectSupervisor, Result>, IRequestHandler<RemoveSupervisor, Result>
{
    public async Task<Result<Guid>> Handle(AddSupervisor command, CancellationToken cancellationToken)
    {
        var profile = InternshipFormReader.Read(command.Form);
        if (profile.Error is not null)
        {
            return profile.Error;
        }

        if (command.SubmissionId == Guid.Empty)
        {
            return SharedErrors.PageTooOld;
        }

        if (!await db.Supervisors.AnyAsync(s => s.Id == command.SubmissionId, cancellationToken))
        {
            db.Add(Supervisor.Of(command.SubmissionId, profile.Value));
        }

        return command.SubmissionId;
    }

    public async Task<Result> Handle(CorrectSupervisor command, CancellationToken cancellationToken)
    {
        if (await db.Supervisors.SingleOrDefaultAsync(s => s.Id == command.SupervisorId, cancellationToken) is not { } supervisor)
        {
            return SupervisorErrors.NotFound;
        }

        if (db.Entry(supervisor).Property<uint>("Version").CurrentValue != command.Version)
        {
            return SharedErrors.ChangedMeanwhile;
        }

        var profile = InternshipFormReader.Read(command.Form);
        if (profile.Error is null)
        {
            supervisor.Correct(profile.Value);
        }

        return profile.Error ?? Result.Success;
    }

    public async Task<Result> Handle(RemoveSupervisor command, CancellationToken cancellationToken)
    {
        if (await db.Supervisors.SingleOrDefaultAsync(s => s.Id == command.SupervisorId, cancellationToken) is not { } supervisor)
        {
            return SupervisorErrors.NotFound;
        }

        if (await db.PlacementSupervisors.AnyAsync(s => s.SupervisorId == supervisor.Id, cancellationToken))
        {
            return SupervisorErrors.HasPlacements;
        }

        db.Remove(supervisor);
        return Result.Success;
    }
}
