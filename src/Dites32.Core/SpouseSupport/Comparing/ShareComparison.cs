using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// The partner shows a comparison to the doctor whose file is linked to theirs, who is told by mail, or shows it no more. Done
/// twice, it is done. Errors: spouse.session-over, spouse.comparison-not-found, spouse.not-linked.
/// </summary>
[AllowSpouse]
public sealed record ShareComparison(Guid ComparisonId, bool IsShared) : ICommand<Result>, IBehindTheWall, IRunsAgain, ITraced;

internal sealed class ShareComparisonHandler(SpouseDbContext db, Actor actor, Caseworkers people, SpouseOutbox outbox, SpouseEmails emails, TimeProvider clock)
    : IRequestHandler<ShareComparison, Result>
{
    public async Task<Result> Handle(ShareComparison command, CancellationToken cancellationToken)
    {
        if (await db.OwnAsync(actor, clock, cancellationToken) is not { } file)
        {
            return SpouseErrors.SessionOver;
        }

        if (await db.Comparisons.SingleOrDefaultAsync(c => c.Id == command.ComparisonId && c.CaseId == file.Id, cancellationToken) is not { } comparison)
        {
            return SpouseErrors.ComparisonNotFound;
        }

        if (!command.IsShared)
        {
            comparison.Withhold();
            return Result.Success;
        }

        var link = await db.CoupleLinks.SingleOrDefaultAsync(l => l.CaseId == file.Id && l.PartnerAgreedAt != null, cancellationToken);
        if (link is null || (await people.NamedAsync([link.DoctorId], cancellationToken)).GetValueOrDefault(link.DoctorId) is not { } doctor)
        {
            return SpouseErrors.NotLinked;
        }

        if (comparison.SharedAt is null)
        {
            comparison.Share(clock.GetUtcNow());
            outbox.Write(emails.ComparisonShared(doctor));
        }

        return Result.Success;
    }
}
