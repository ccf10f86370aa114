using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// Deletes requests and invitations that nobody has agreed to for a month, what a doctor proposed as long ago or whose account
/// is gone, links and sessions that are over, announcements that were decided a month ago or that nobody has decided for half a
/// year, files of employers a day after they came, posts of France Travail that are gone since a season and that nobody was
/// proposed, the months of the trail that ended a year ago, and what is left of mails, as the portal does with its own.
/// </summary>
[AllowSystem]
public sealed record SweepSpouseSupport : ICommand<Result>, IBehindTheWall, IByStatements;

internal sealed partial class SweepSpouseSupportHandler(
    SpouseDbContext db, SpouseCaseErasure erasure, Caseworkers people, CoupleEnding ending, TimeProvider clock, ILogger<SweepSpouseSupportHandler> logger)
    : IRequestHandler<SweepSpouseSupport, Result>
{
    private const int DaysKept = 30, DaysWaiting = 180, DaysGone = 90;

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
        var (imported, gone) = (now - JobImport.Patience, now.AddDays(-DaysGone));
        await db.Imports.Where(i => i.ReceivedAt < imported).ExecuteDeleteAsync(cancellationToken);
        await db.Readings.Where(r => r.At < gone).ExecuteDeleteAsync(cancellationToken);
        await db.Vacancies.Where(v => v.Source == JobSource.FranceTravail && v.ClosedAt < gone && !db.Leads.Any(l => l.VacancyId == v.Id))
            .ExecuteDeleteAsync(cancellationToken);
        await db.Links.Where(l => l.ExpiresAt < now && l.Form != null).ExecuteUpdateAsync(set => set.SetProperty(l => l.Form, (string?)null), cancellationToken);
        await db.Links.Where(l => l.ExpiresAt < kept).ExecuteDeleteAsync(cancellationToken);
        await db.Sessions.Where(s => s.OpenedAt < kept).ExecuteDeleteAsync(cancellationToken);
        await OutboxSweep.RunAsync(db, now, cancellationToken);
        if (await SpouseAuditPurge.RunAsync(db, cancellationToken) is { } refusal)
        {
            LogRefusal(logger, refusal);
        }

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

    [LoggerMessage(Level = LogLevel.Warning, Message = "No month of the trail behind the wall is purged: {Refusal}")]
    private static partial void LogRefusal(ILogger logger, string refusal);
}
