using Dites32.Core.Data;
using Dites32.Core.Internships;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Privacy;

/// <summary>Erases an intern's file with its semesters, for good, and writes it in the journal of erasures. Errors: intern.not-found.</summary>
[AllowRoles(Role.InternshipCoordinator), NeedsFreshProof]
public sealed record EraseIntern(Guid InternId) : ICommand<Result>, IAbout, IRunsAgain
{
    Subject IAbout.Subject => new(SubjectKind.Intern, InternId);
}

internal sealed class EraseInternHandler(AppDbContext db, PersonErasure erasure, TimeProvider clock) : IRequestHandler<EraseIntern, Result>
{
    public async Task<Result> Handle(EraseIntern command, CancellationToken cancellationToken)
    {
        if (!await db.Interns.AnyAsync(i => i.Id == command.InternId, cancellationToken))
        {
            return InternErrors.NotFound;
        }

        var keys = await PersonKeys.OfAsync(db, ErasedKind.Intern, command.InternId, cancellationToken);
        await erasure.EraseAsync(keys, tell: false, clock.GetUtcNow(), cancellationToken);
        return Result.Success;
    }
}
