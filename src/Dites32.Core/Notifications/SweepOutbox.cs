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
    private const int DaysKept = 90, DaysCounted = 2;

    public async Task<Result> Handle(SweepOutbox request, CancellationToken cancellationToken)
    {
        var (limit, counted) = (clock.GetUtcNow().AddDays(-DaysKept), clock.GetUtcNow().AddDays(-DaysCounted));
        // One statement instead of a save: nothing else hangs on it, and the rows may be many.
        await db.OutboxEmails
            .Where(e => e.SentAt < limit || e.DeadAt < limit || e.CancelledAt < limit || (e.CancelledAt < counted && e.ToAddress == null))
            .ExecuteDeleteAsync(cancellationToken);
        return Result.Success;
    }
}
