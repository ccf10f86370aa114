using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Audit;

/// <summary>
/// A page of the trail, the newest first. It says who did what and so is read with a trace, which names what was looked for.
/// Errors: invalid (by field).
/// </summary>
/// <param name="Before">Where the page before ended (<see cref="TracePage.Next"/>); null for the first.</param>
[AllowRoles(Role.Administrator, Role.DataProtectionOfficer)]
public sealed record SearchAudit(AuditSearch Search, string? Before = null) : IQuery<Result<TracePage>>, IReadsFile
{
    public const int PageSize = 50;

    Subject IAbout.Subject => new(SubjectKind.Trail, null);
    ReadingPurpose IReadsFile.Purpose => ReadingPurpose.Auditing;
}

/// <param name="IsFirst">Nothing newer matches the search.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
/// <param name="KeptSince">Entries of the months before this day are dropped.</param>
/// <param name="SealedAt">When the last seal was made; null before the first.</param>
public sealed record TracePage(IReadOnlyList<Trace> Traces, bool IsFirst, string? Next, DateOnly KeptSince, DateTimeOffset? SealedAt);

internal sealed class SearchAuditHandler(AppDbContext db, FoundSubject read) : IRequestHandler<SearchAudit, Result<TracePage>>
{
    public async Task<Result<TracePage>> Handle(SearchAudit query, CancellationToken cancellationToken)
    {
        var now = await db.NowAsync(cancellationToken);
        var filter = await AuditFilter.ReadAsync(db, query.Search, now, cancellationToken);
        if (filter.Error is { } error)
        {
            return error;
        }

        read.Found = filter.Value.Subject;
        var (entries, mark) = (filter.Value.Of(db.AuditEntries), TraceMark.Parse(query.Before));
        var found = await (mark?.Before(entries) ?? entries).Newest(db, SearchAudit.PageSize + 1).ToListAsync(cancellationToken);
        var traces = found.Take(SearchAudit.PageSize).ToList();
        var sealedAt = await db.AuditSeals.OrderByDescending(s => s.Number).Select(s => (DateTimeOffset?)s.SealedAt).FirstOrDefaultAsync(cancellationToken);
        return new TracePage(
            traces, mark is null, found.Count > traces.Count ? TraceMark.Of(traces[^1]).ToString() : null, AuditPurge.LimitOf(now), sealedAt);
    }
}
