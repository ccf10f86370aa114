using Dites32.Core.Data;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships.Housing;

/// <summary>Adds a dwelling for interns. Sent again, it is one dwelling.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record AddDwelling(Guid SubmissionId, DwellingForm Form) : ICommand<Result<Guid>>, ISubmission;

/// <summary>Puts right what is known of a dwelling. Errors: housing.not-found, changed-meanwhile.</summary>
/// <param name="Version">Of the dwelling as the coordinator saw it.</param>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record CorrectDwelling(Guid DwellingId, uint Version, DwellingForm Form) : ICommand<Result>, IVersioned, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Dwelling, DwellingId);
}

/// <summary>Lodges nobody new in a dwelling, or does so again; who is there stays. Errors: housing.not-found.</summary>
[AllowRoles(Role.InternshipCoordinator)]
public sealed record CloseDwelling(Guid DwellingId, bool IsClosed) : ICommand<Result>, IRunsAgain, IAbout
{
    Subject IAbout.Subject => new(SubjectKind.Dwelling, DwellingId);
}

internal sealed class SetDwellingHandler(AppDbContext db, CatalogueCache catalogues, TimeProvider clock)
    : IRequestHandler<AddDwelling, Result<Guid>>, IRequestHandler<CorrectDwelling, Result>, IRequestHandler<CloseDwelling, Result>
{
    public async Task<Result<Guid>> Handle(AddDwelling command, CancellationToken cancellationToken)
    {
        var profile = command.Form.Read(await catalogues.GetAsync(cancellationToken));
        if (profile.Error is not null)
        {
            return profile.Error;
        }

        if (command.SubmissionId == Guid.Empty)
        {
            return SharedErrors.PageTooOld;
        }

        if (!await db.Dwellings.AnyAsync(d => d.Id == command.SubmissionId, cancellationToken))
        {
            db.Add(Dwelling.Of(command.SubmissionId, profile.Value));
        }

        return command.SubmissionId;
    }

    public async Task<Result> Handle(CorrectDwelling command, CancellationToken cancellationToken)
    {
        if (await db.Dwellings.SingleOrDefaultAsync(d => d.Id == command.DwellingId, cancellationToken) is not { } dwelling)
        {
            return HousingErrors.NotFound;
        }

        if (db.Entry(dwelling).Property<uint>("Version").CurrentValue != command.Version)
        {
            return SharedErrors.ChangedMeanwhile;
        }

        var profile = command.Form.Read(await catalogues.GetAsync(cancellationToken));
        if (profile.Error is null)
        {
            dwelling.Correct(profile.Value);
        }

        return profile.Error ?? Result.Success;
    }

    public async Task<Result> Handle(CloseDwelling command, CancellationToken cancellationToken)
    {
        if (await db.Dwellings.SingleOrDefaultAsync(d => d.Id == command.DwellingId, cancellationToken) is not { } dwelling)
        {
            return HousingErrors.NotFound;
        }

        if (command.IsClosed)
        {
            dwelling.Close(clock.GetUtcNow());
        }
        else
        {
            dwelling.Reopen();
        }

        return Result.Success;
    }
}
