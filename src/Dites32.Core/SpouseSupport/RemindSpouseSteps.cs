using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// On working days, writes to each caseworker how many steps are late and how many are for today; files that nobody has count
/// for everybody, so that none is forgotten. Run again on the same day, it writes to nobody twice.
/// </summary>
[AllowSystem]
public sealed record RemindSpouseSteps : ICommand<Result>, IBehindTheWall;

internal sealed class RemindSpouseStepsHandler(SpouseDbContext db, Caseworkers caseworkers, SpouseOutbox outbox, SpouseEmails emails, TimeProvider clock)
    : IRequestHandler<RemindSpouseSteps, Result>
{
    public async Task<Result> Handle(RemindSpouseSteps command, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        if (!WorkingDays.IsWorkingDay(today))
        {
            return Result.Success;
        }

        var due = await db.Cases.SeenByCaseworkers().Where(c => c.NextStepOn <= today)
            .Select(c => new { c.OwnerId, IsLate = c.NextStepOn < today }).ToListAsync(cancellationToken);
        var all = await caseworkers.AllAsync(cancellationToken);
        var known = all.Select(c => c.Id).ToHashSet();
        foreach (var to in all)
        {
            // A file whose caseworker has left is everybody's, as one that nobody has.
            var mine = due.Where(d => d.OwnerId == to.Id || d.OwnerId is null || !known.Contains(d.OwnerId.Value)).ToList();
            if (mine.Count > 0 && !await outbox.WasWrittenTodayAsync(SpouseEmails.DigestKind, to.Email, cancellationToken))
            {
                outbox.Write(emails.Digest(to, mine.Count(d => d.IsLate), mine.Count(d => !d.IsLate)));
            }
        }

        return Result.Success;
    }
}
