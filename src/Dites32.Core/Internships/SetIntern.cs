using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships;

/// <summary>Adds an intern's file. Sent again, it is one file. Errors: intern.email-taken, invalid.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record AddIntern(Guid SubmissionId, InternForm Form) : ICommand<Result<Guid>>, ISubmission;

/// <summary>Puts right what is known of an intern. Errors: intern.not-found, intern.email-taken, invalid, changed-meanwhile.</summary>
/// <param name="Version">Of the file as the coordinator saw it.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record CorrectIntern(Guid InternId, uint Version, InternForm Form) : ICommand<Result>, IVersioned, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Intern, InternId);
}

internal sealed class SetInternHandler(AppDbContext db, InternshipFormReader reader, TimeProvider clock)
    : IRequestHandler<AddIntern, Result<Guid>>, IRequestHandler<CorrectIntern, Result>
{
    public async Task<Result<Guid>> Handle(AddIntern command, CancellationToken cancellationToken)
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

        if (!await db.Interns.AnyAsync(i => i.Id == command.SubmissionId, cancellationToken))
        {
            db.Add(Intern.Of(command.SubmissionId, profile.Value, clock.GetUtcNow()));
        }

        return command.SubmissionId;
    }

    public async Task<Result> Handle(CorrectIntern command, CancellationToken cancellationToken)
    {
        if (await db.Interns.SingleOrDefaultAsync(i => i.Id == command.InternId, cancellationToken) is not { } intern)
        {
            return InternErrors.NotFound;
        }

        if (db.Entry(intern).Property<uint>("Version").CurrentValue != command.Version)
        {
            return SharedErrors.ChangedMeanwhile;
        }

        var profile = await reader.ReadAsync(command.Form, cancellationToken);
        if (profile.Error is null)
        {
            intern.Correct(profile.Value);
        }

        return profile.Error ?? Result.Success;
    }
}
