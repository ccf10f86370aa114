using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Candidates.AnnuaireSante;

/// <summary>
/// Looks up in the Annuaire Santé the RPPS numbers that people typed and nobody has confirmed, once each, the newest first; at
/// most <see cref="Batch"/>, and the next run goes on. Only where the directory is set up.
/// </summary>
[AllowSystem]
public sealed record LookUpRpps : ICommand<Result>, IRunsAgain
{
    public const int Batch = 20;
}

internal sealed class LookUpRppsHandler(AppDbContext db, HealthDirectory directory, TimeProvider clock) : IRequestHandler<LookUpRpps, Result>
{
    public async Task<Result> Handle(LookUpRpps command, CancellationToken cancellationToken)
    {
        var typed = await db.Candidates.Where(c => c.Rpps != null && c.RppsVerifiedAt == null && c.DirectoryAskedAt == null)
            .OrderByDescending(c => c.CreatedAt).ThenBy(c => c.Id).Take(LookUpRpps.Batch).ToListAsync(cancellationToken);
        foreach (var candidate in typed)
        {
            if (await directory.AskAsync(candidate.Rpps!, cancellationToken) is not { } found)
            {
                break; // what was answered so far is kept
            }

            candidate.NoteDirectory(found.AnswerFor(candidate.Rpps!, candidate.Name), clock.GetUtcNow());
        }

        return Result.Success;
    }
}
