using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Notifications;

/// <summary>
/// Deletes what is left of mails that were sent, given up or taken back more than 90 days ago, and of those to nobody
/// (<see cref="Email.GoesNowhere"/>) as soon as no limit counts them any more.
/// </summary>
[AllowSystem]
public sealed record SweepOutbox : ICommand<Result>, IByStatements;

internal sealed class SweepOutboxHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<SweepOutbox, Result>
{
    public async Task<Result> Handle(SweepOutbox request, CancellationToken cancellationToken)
    {
        await OutboxSweep.RunAsync(db, clock.GetUtcNow(), cancellationToken);
        return Result.Success;
    }
}

internal static class OutboxSweep
{
    private const int DaysKept = 90, DaysCounted = 2;

    /// <summary>One statement instead of a save: nothing else hangs on it, and the rows may be many.</summary>
    public static async Task RunAsync(DbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (limit, counted) = (now.AddDays(-DaysKept), now.AddDays(-DaysCounted));
        await db.Set<OutboxEmail>()
            .Where(e => e.SentAt < limit || e.DeadAt < limit || e.CancelledAt < limit || (e.CancelledAt < counted && e.ToAddress == null))
            .ExecuteDeleteAsync(cancellationToken);
    }
}
