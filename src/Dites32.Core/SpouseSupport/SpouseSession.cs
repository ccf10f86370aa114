namespace Dites32.Core.SpouseSupport;

/// <summary>A browser in which a partner has opened their space. Its row decides at each request; the cookie only names it.</summary>
internal sealed class SpouseSession
{
    public const int MaxBrowserLength = 60;

    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(60), Longest = TimeSpan.FromHours(12);

    private SpouseSession() { }

    /// <summary>Random, not ordered: it is what the cookie holds.</summary>
    public Guid Id { get; private init; } = Guid.NewGuid();
    public Guid CaseId { get; private init; }
    public string? Browser { get; private init; }
    public DateTimeOffset OpenedAt { get; private init; }
    public DateTimeOffset SeenAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public static SpouseSession Open(Guid caseId, string? browser, DateTimeOffset now) => new()
    {
        CaseId = caseId,
        Browser = browser?[..Math.Min(browser.Length, MaxBrowserLength)],
        OpenedAt = now,
        SeenAt = now,
    };

    public void See(DateTimeOffset now) => SeenAt = now;

    public void End(DateTimeOffset now) => EndedAt ??= now;
}
