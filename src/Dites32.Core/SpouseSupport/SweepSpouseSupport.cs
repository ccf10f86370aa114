using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// Deletes requests and invitations that nobody has agreed to for a month, what a doctor proposed as long ago or whose account
/// is gone, links and sessions that are over, announcements that
/// were decided a month ago or that nobody has decided for half a year, traces older than a year, and what is left of mails, as
/// the portal does with its own.
/// </summary>
[AllowSystem]
public sealed record SweepSpouseSupport : ICommand<Result>, IBehindTheWall, IByStatements;

internal sealed class SweepSpouseSupportHandler(SpouseDbContext db, SpouseCaseErasure erasure, Caseworkers people, CoupleEnding ending, TimeProvider clock) : IRequestHandler<SweepSpouseSupport, Result>
{
    private const int DaysKept = 30, DaysWaiting = 180, DaysTraced = 367;

    public async Task<Result> Handle(SweepSpouseSupport command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (waiting, kept, forgotten) = (now - SpouseCase.Patience, now.AddDays(-DaysKept), now.AddDays(-DaysWaiting));
        foreach (var file in await db.Cases.Where(c => c.ConsentedAt == null && c.CreatedAt < waiting).ToListAsync(cancellationToken))
        {
            await erasure.EraseAsync(file, cancellationToken);
        }

        var proposed = now - CoupleLink.Patience;
        await db.CoupleLinks.Where(l => l.PartnerAgreedAt == null && l.DoctorAgreedAt < proposed).ExecuteDeleteAsync(cancellationToken);
        await EndWithoutDoctorAsync(now, cancellationToken);
        await db.Announcements.Where(a => a.DecidedAt < kept || a.ReceivedAt < forgotten).ExecuteDeleteAsync(cancellationToken);
        // By the clock of the database, which dates them and lets no younger one go.
        await db.AuditEntries.Where(e => e.At < DateTimeOffset.UtcNow.AddDays(-DaysTraced)).ExecuteDeleteAsync(cancellationToken);
        await db.Links.Where(l => l.ExpiresAt < kept).ExecuteDeleteAsync(cancellationToken);
        await db.Sessions.Where(s => s.OpenedAt < kept).ExecuteDeleteAsync(cancellationToken);
        await OutboxSweep.RunAsync(db, now, cancellationToken);
        return Result.Success;
    }

    /// <summary>Whoever has erased their account agrees to nothing any more.</summary>
    private async Task EndWithoutDoctorAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var links = await db.CoupleLinks.ToListAsync(cancellationToken);
        var known = await people.NamedAsync(links.Select(l => (Guid?)l.DoctorId), cancellationToken);
        foreach (var link in links.Where(l => !known.ContainsKey(l.DoctorId)))
        {
            await ending.EndAsync(link, now, cancellationToken);
        }
    }
}
