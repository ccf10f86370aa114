using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>Adds an employer to the directory of the caseworkers. Sent again, it is one employer. Errors: spouse.siret-taken.</summary>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record AddJobEmployer(Guid SubmissionId, JobEmployerForm Form) : ICommand<Result<Guid>>, IBehindTheWall, ISubmission;

/// <summary>Puts right what is known of an employer. Errors: spouse.employer-not-found, spouse.siret-taken, changed-meanwhile.</summary>
/// <param name="Version">Of the employer as the caseworker saw it.</param>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record CorrectJobEmployer(Guid EmployerId, uint Version, JobEmployerForm Form) : ICommand<Result>, IBehindTheWall, IVersioned;

internal sealed class AddJobEmployerHandler(SpouseDbContext db, Actor actor, JobFormReader reader, TimeProvider clock)
    : IRequestHandler<AddJobEmployer, Result<Guid>>, IRequestHandler<CorrectJobEmployer, Result>
{
    public async Task<Result<Guid>> Handle(AddJobEmployer command, CancellationToken cancellationToken)
    {
        var profile = await reader.ReadAsync(command.Form, cancellationToken);
        if (profile.Error is not null)
        {
            return profile.Error;
        }

        if (command.SubmissionId == Guid.Empty)
        {
            return SharedErrors.PageTooOld;
        }

        if (!await db.Employers.AnyAsync(e => e.Id == command.SubmissionId, cancellationToken))
        {
            db.Add(JobEmployer.Of(command.SubmissionId, profile.Value, actor.RequiredAccountId, clock.GetUtcNow()));
        }

        return command.SubmissionId;
    }

    public async Task<Result> Handle(CorrectJobEmployer command, CancellationToken cancellationToken)
    {
        var employer = await db.Employers.SingleOrDefaultAsync(e => e.Id == command.EmployerId, cancellationToken);
        if (employer is null)
        {
            return SpouseErrors.EmployerNotFound;
        }

        if (db.Entry(employer).Property<uint>("Version").CurrentValue != command.Version)
        {
            return SharedErrors.ChangedMeanwhile;
        }

        var profile = await reader.ReadAsync(command.Form, cancellationToken);
        if (profile.Error is null)
        {
            employer.Correct(profile.Value);
        }

        return profile.Error ?? Result.Success;
    }
}
