using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts.Sessions;

/// <summary>Forgets the sessions that ended a month ago, and the counts of tries that nothing depends on any more.</summary>
[AllowSystem]
public sealed record SweepSignIns : ICommand<Result>, IByStatements;

internal sealed class SweepSignInsHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<SweepSignIns, Result>
{
    private static readonly TimeSpan SessionsKept = TimeSpan.FromDays(30);
    private static readonly TimeSpan TriesKept = TimeSpan.FromDays(2);

    public async Task<Result> Handle(SweepSignIns request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (oldSessions, oldTries) = (now - SessionsKept, now - TriesKept);
        await db.AccountSessions.Where(s => s.EndsAt < oldSessions).ExecuteDeleteAsync(cancellationToken);
        await db.SignInThrottles.Where(t => t.LastAt < oldTries && (t.TrustedUntil == null || t.TrustedUntil < now)).ExecuteDeleteAsync(cancellationToken);
        return Result.Success;
    }
}
