using System.Globalization;

namespace Dites32.Core.Audit;

/// <summary>The last entry of a page, behind which the next one begins: « 1772442000000000-42 », in microseconds as PostgreSQL counts.</summary>
internal sealed record TraceMark(DateTimeOffset At, long Id)
{
    private static readonly long Last = (DateTimeOffset.MaxValue - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>Null when it is none: the page is then the first.</summary>
    public static TraceMark? Parse(string? text) =>
        text?.Split('-') is [var at, var id]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) && microseconds <= Last
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond), number)
            : null;

    public static TraceMark Of(Trace trace) => new(trace.At, trace.Id);

    /// <summary>The first condition is for the months: PostgreSQL leaves those after it alone.</summary>
    public IQueryable<AuditEntry> Before(IQueryable<AuditEntry> entries) =>
        entries.Where(e => e.At <= At && (e.At < At || e.Id < Id));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(At - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond}-{Id}");
}
