using Dites32.Core.Audit;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;

namespace Dites32.Core.SpouseSupport;

/// <summary>What <see cref="SealAudit"/> does, for the trail behind the wall, which has a chain of its own. Errors: sealed-meanwhile.</summary>
[AllowSystem]
public sealed record SealSpouseAudit : ICommand<Result>, IBehindTheWall, IUntraced;

internal sealed class SealSpouseAuditHandler(SpouseDbContext db) : IRequestHandler<SealSpouseAudit, Result>
{
    public Task<Result> Handle(SealSpouseAudit command, CancellationToken cancellationToken) => AuditSealing.SealAsync(db, cancellationToken);
}
