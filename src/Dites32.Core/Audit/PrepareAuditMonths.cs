using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Audit;

/// <summary>Makes the tables of the audit trail for this month and the next three: without its month no command is saved.</summary>
[AllowSystem]
public sealed record PrepareAuditMonths : ICommand<Result>, IByStatements;

internal sealed class PrepareAuditMonthsHandler(AppDbContext db) : IRequestHandler<PrepareAuditMonths, Result>
{
    public async Task<Result> Handle(PrepareAuditMonths request, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"SELECT audit_prepare()", cancellationToken);
        return Result.Success;
    }
}
