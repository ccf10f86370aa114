using Dites32.Core.Applications;
using Dites32.Core.Data;
using Dites32.Core.Offers;

namespace Dites32.Core.Privacy.Retention;

internal sealed class Running
{
    public Application Application { get; init; } = null!;

    /// <summary>From when the term of its rule runs.</summary>
    public DateTimeOffset Since { get; init; }
}

/// <summary>Which applications are under a rule, and how far each is.</summary>
internal static class RetentionTerms
{
    /// <summary>The four rules share out all applications that are not erased.</summary>
    public static IQueryable<Running> RunningUnder(this AppDbContext db, RetentionRule rule)
    {
        var known = db.Applications.Where(a => a.ErasedAt == null);
        var inPool = known.Where(a => a.PoolJoinedAt != null && a.PoolLeftAt == null);
        var others = known.Where(a => a.PoolJoinedAt == null || a.PoolLeftAt != null);
        return rule switch
        {
            RetentionRule.Pool => inPool.Select(a => new Running { Application = a, Since = a.LastChangeAt > a.PoolJoinedAt!.Value ? a.LastChangeAt : a.PoolJoinedAt!.Value }),
            RetentionRule.InPost => others.Where(a => a.Category == StageCategory.InPost).Select(a => new Running { Application = a, Since = a.DecidedAt!.Value }),
            RetentionRule.Refused => others.Where(a => a.DecidedAt != null && a.Category != StageCategory.InPost).Select(a => new Running { Application = a, Since = a.DecidedAt!.Value }),
            RetentionRule.Dormant => others.Where(a => a.DecidedAt == null).Select(a => new Running { Application = a, Since = a.LastChangeAt }),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No application that anybody knows is under it."),
        };
    }

    public static IQueryable<Running> Over(this IQueryable<Running> running, RetentionTerm term, DateTimeOffset now)
    {
        var since = term.OverSince(now);
        return running.Where(r => r.Since <= since);
    }

    /// <summary>Whoever has to be told now, because nobody told them since the term began to run.</summary>
    public static IQueryable<Running> ToAnnounce(this IQueryable<Running> running, RetentionTerm term, DateTimeOffset now)
    {
        var since = term.AnnouncedSince(now);
        return running.Where(r => r.Since <= since
            && !(r.Application.PoolLeftAt >= r.Since.AddMonths(term.Months).AddDays(-term.NoticeDays))
            && (r.Application.ErasureAnnouncedAt == null || r.Application.ErasureAnnouncedAt <= r.Since
                || r.Application.ErasureAnnouncedAt <= r.Application.PoolJoinedAt || r.Application.ErasureAnnouncedAt <= r.Application.PoolLeftAt));
    }

    /// <summary>
    /// Whoever was told long enough ago, and nothing has begun to run again since. Whoever leaves the pool when the rest of
    /// their time is over has read on that page that the erasure follows: nobody writes to them.
    /// </summary>
    public static IQueryable<Running> ToErase(this IQueryable<Running> running, RetentionTerm term, DateTimeOffset now)
    {
        var told = now.AddDays(-term.NoticeDays);
        return running.Over(term, now).Where(r =>
            r.Application.PoolLeftAt >= r.Since.AddMonths(term.Months).AddDays(-term.NoticeDays)
            || (r.Application.ErasureAnnouncedAt <= told && r.Application.ErasureAnnouncedAt > r.Since
                && (r.Application.PoolJoinedAt == null || r.Application.ErasureAnnouncedAt > r.Application.PoolJoinedAt)
                && (r.Application.PoolLeftAt == null || r.Application.ErasureAnnouncedAt > r.Application.PoolLeftAt)));
    }
}
