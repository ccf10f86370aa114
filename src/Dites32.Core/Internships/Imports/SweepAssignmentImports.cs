using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Internships;

/// <summary>
/// Forgets the files of assignments: one that was not taken in after a day, the text of one that was, and thirty days later what
/// would have undone it.
/// </summary>
[AllowSystem]
public sealed record SweepAssignmentImports : ICommand<Result>, IByStatements;

internal sealed class SweepAssignmentImportsHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<SweepAssignmentImports, Result>
{
    public async Task<Result> Handle(SweepAssignmentImports command, CancellationToken cancellationToken)
    {
        var (old, over) = (clock.GetUtcNow() - AssignmentImport.Patience, clock.GetUtcNow().AddDays(-AssignmentImport.UndoDays));
        await db.AssignmentImports.Where(i => (i.ImportedAt == null && i.ReceivedAt < old) || i.ImportedAt < over).ExecuteDeleteAsync(cancellationToken);
        await db.AssignmentImports.Where(i => i.Content != null && i.ReceivedAt < old)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.Content, (string?)null), cancellationToken);
        return Result.Success;
    }
}
