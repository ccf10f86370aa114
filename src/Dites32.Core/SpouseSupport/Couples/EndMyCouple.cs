using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// The doctor takes back their proposal, or no longer agrees to the link. What only their proposal had made, and nobody has
/// agreed to, is erased; a partner's own file stays as it is. Done twice, it is done.
/// </summary>
[AllowRoles(Role.Candidate)]
public sealed record EndMyCouple : ICommand<Result>, IBehindTheWall, IRunsAgain;

internal sealed class EndMyCoupleHandler(SpouseDbContext db, Actor actor, CoupleEnding ending, SpouseCaseErasure erasure, TimeProvider clock)
    : IRequestHandler<EndMyCouple, Result>
{
    public async Task<Result> Handle(EndMyCouple command, CancellationToken cancellationToken)
    {
        var me = actor.RequiredAccountId;
        if (await db.CoupleLinks.SingleOrDefaultAsync(l => l.DoctorId == me, cancellationToken) is not { } link)
        {
            return Result.Success;
        }

        await ending.EndAsync(link, clock.GetUtcNow(), cancellationToken);
        if (await db.Cases.SingleOrDefaultAsync(c => c.Id == link.CaseId && c.ByDoctor && c.ConsentedAt == null, cancellationToken) is { } file
            && !await db.CoupleLinks.AnyAsync(l => l.CaseId == file.Id && l.Id != link.Id, cancellationToken))
        {
            await erasure.EraseAsync(file, cancellationToken);
        }

        return Result.Success;
    }
}

/// <summary>The end of a link, in the save of the command: nothing of it is shared any more.</summary>
internal sealed class CoupleEnding(SpouseDbContext db)
{
    public async Task EndAsync(CoupleLink link, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (link is { PartnerAgreedAt: not null, CaseId: { } caseId })
        {
            db.Add(new SpouseEvent(caseId, SpouseEventKind.CoupleEnded, null, now));
            foreach (var comparison in await db.Comparisons.Where(c => c.CaseId == caseId && c.SharedAt != null).ToListAsync(cancellationToken))
            {
                comparison.Withhold();
            }
        }

        db.Remove(link);
    }
}
