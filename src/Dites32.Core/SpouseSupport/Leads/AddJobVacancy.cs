using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>Adds a post of an employer. Sent again, it is one post. Errors: spouse.employer-not-found.</summary>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record AddJobVacancy(Guid SubmissionId, Guid EmployerId, JobVacancyForm Form) : ICommand<Result>, IBehindTheWall, ISubmission;

/// <summary>The post is no longer to be had: nobody is proposed it any more. Errors: spouse.employer-not-found.</summary>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record CloseJobVacancy(Guid VacancyId) : ICommand<Result>, IBehindTheWall;

internal sealed class AddJobVacancyHandler(SpouseDbContext db, Actor actor, JobFormReader reader, TimeProvider clock)
    : IRequestHandler<AddJobVacancy, Result>, IRequestHandler<CloseJobVacancy, Result>
{
    public async Task<Result> Handle(AddJobVacancy command, CancellationToken cancellationToken)
    {
        if (!await db.Employers.AnyAsync(e => e.Id == command.EmployerId, cancellationToken))
        {
            return SpouseErrors.EmployerNotFound;
        }

        var profile = await reader.ReadAsync(command.Form, cancellationToken);
        if (profile.Error is not null)
        {
            return profile.Error;
        }

        if (command.SubmissionId == Guid.Empty)
        {
            return SharedErrors.PageTooOld;
        }

        if (!await db.Vacancies.AnyAsync(v => v.Id == command.SubmissionId, cancellationToken))
        {
            db.Add(JobVacancy.Of(command.SubmissionId, command.EmployerId, profile.Value, actor.RequiredAccountId, clock.GetUtcNow()));
        }

        return Result.Success;
    }

    public async Task<Result> Handle(CloseJobVacancy command, CancellationToken cancellationToken)
    {
        if (await db.Vacancies.SingleOrDefaultAsync(v => v.Id == command.VacancyId, cancellationToken) is not { } vacancy)
        {
            return SpouseErrors.EmployerNotFound;
        }

        vacancy.Close(clock.GetUtcNow());
        return Result.Success;
    }
}
