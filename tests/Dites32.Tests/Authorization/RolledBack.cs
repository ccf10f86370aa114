using Dites32.Core.Audit;
using Dites32.Core.Data;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Authorization;

/// <summary>Whether requests are undone: not while the ground is made.</summary>
internal sealed class Undoing
{
    public bool IsOn { get; set; }

    /// <summary>The last request has left an audit entry: it has changed something.</summary>
    public bool HasChanged { get; set; }
}

/// <summary>Runs each request to its end and undoes it, so that the next one finds the same ground.</summary>
internal sealed class RolledBack<TRequest, TResponse>(AppDbContext portal, SpouseDbContext behindTheWall, Undoing undoing)
    : IPipelineBehavior<TRequest, TResponse>
{
    private static readonly bool IsJob = typeof(IByStatements).IsAssignableFrom(typeof(TRequest)) && typeof(TRequest).IsDefined(typeof(AllowSystemAttribute), inherit: false);

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (!undoing.IsOn || IsJob) // jobs with transactions of their own, which find nothing old here
        {
            return await next();
        }

        DbContext db = request is IBehindTheWall ? behindTheWall : portal;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var response = await next();
        undoing.HasChanged = db.ChangeTracker.Entries<AuditEntry>().Any();
        return response; // the transaction ends without a commit
    }
}
