using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Audit;

/// <summary>The newest entries that a search of the trail finds, to be taken away; with a trace, as the search. Errors: invalid (by field).</summary>
[AllowRoles(Role.Administrator, Role.DataProtectionOfficer), NeedsFreshProof]
public sealed record ExportAudit(AuditSearch Search) : IQuery<Result<TraceExport>>, IReadsFile
{
    public const int MaxTraces = 10_000;

    Subject IAbout.Subject => new(SubjectKind.Trail, null);
    ReadingPurpose IReadsFile.Purpose => ReadingPurpose.Auditing;
}

/// <param name="HasMore">Older ones match the search too.</param>
public sealed record TraceExport(IReadOnlyList<Trace> Traces, bool HasMore, DateOnly Day);

internal sealed class ExportAuditHandler(AppDbContext db, FoundSubject read) : IRequestHandler<ExportAudit, Result<TraceExport>>
{
    public async Task<Result<TraceExport>> Handle(ExportAudit query, CancellationToken cancellationToken)
    {
        var now = await db.NowAsync(cancellationToken);
        var filter = await AuditFilter.ReadAsync(db, query.Search, now, cancellationToken);
        if (filter.Error is { } error)
        {
            return error;
        }

        read.Found = filter.Value.Subject;
        var found = await filter.Value.Of(db.AuditEntries).Newest(db, ExportAudit.MaxTraces + 1).ToListAsync(cancellationToken);
        return new TraceExport([.. found.Take(ExportAudit.MaxTraces)], found.Count > ExportAudit.MaxTraces, now.ParisDay());
    }
}
