using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Notifications;

/// <summary>Deletes what is left of mails that were sent, given up or taken back more than 90 days ago.</summary>
[AllowSystem]
public sealed record SweepOutbox : ICommand<Result>, IByStatements;

internal sealed class SweepOutboxHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<SweepOutbox, Result>
{
    private const int DaysKept = 90;

    public async Task<Result> Handle(SweepOutbox request, CancellationToken cancellationToken)
    {
        var limit = clock.GetUtcNow().AddDays(-DaysKept);
        // One statement instead of a save: nothing else hangs on it, and the rows may be many.
        await db.OutboxEmails
            .Where(e => e.SentAt < limit || e.DeadAt < limit || e.CancelledAt < limit)
            .ExecuteDeleteAsync(cancellationToken);
        return Result.Success;
    }
}
