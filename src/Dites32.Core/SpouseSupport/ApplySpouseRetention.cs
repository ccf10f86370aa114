using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// Two years after the last contact, a partner's file goes: they are told thirty days before, however late the rule runs, and
/// keep it by opening their space. At most <see cref="Batch"/> at a time. Without its settings it does nothing, and says so.
/// </summary>
[AllowSystem]
public sealed record ApplySpouseRetention : ICommand<Result>, IBehindTheWall
{
    public const int Batch = 100;
}

/// <summary>How long a file is kept after the last contact, and how long before its erasure the person is told.</summary>
internal sealed class SpouseTerms(IConfiguration configuration)
{
    /// <summary>What people are told (personal-data.yaml): never longer.</summary>
    public const int MostMonths = 24, FewestDays = 15, MostDays = 60;

    public int? Months { get; } = Read(configuration["Retention:SpouseMonths"], 1, MostMonths);

    public int? NoticeDays { get; } = Read(configuration["Retention:NoticeDays"], FewestDays, MostDays);

    private static int? Read(string? typed, int least, int most) =>
        int.TryParse(typed, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value : null;
}

/// <summary>Whom the terms concern: what the night does, and what is seen of it beforehand.</summary>
internal static class SpouseTermQueries
{
    public static IQueryable<SpouseCase> ToErase(this IQueryable<SpouseCase> files, DateOnly today) => files.Where(c => c.ErasesOn <= today);

    /// <summary>They were told, and keep the file if they come back.</summary>
    public static IQueryable<SpouseCase> Announced(this IQueryable<SpouseCase> files, DateOnly today) => files.Where(c => c.ErasesOn > today);

    public static IQueryable<SpouseCase> ToAnnounce(this IQueryable<SpouseCase> files, int months, int noticeDays, DateTimeOffset now)
    {
        var soon = now.AddDays(noticeDays).AddMonths(-months);
        return files.Where(c => c.ConsentedAt != null && c.ErasesOn == null && c.LastContactAt < soon);
    }
}

internal sealed partial class ApplySpouseRetentionHandler(
    SpouseDbContext db, SpouseTerms terms, SpouseCaseErasure erasure, SpouseOutbox outbox, SpouseEmails emails, TimeProvider clock,
    ILogger<ApplySpouseRetentionHandler> logger) : IRequestHandler<ApplySpouseRetention, Result>
{
    public async Task<Result> Handle(ApplySpouseRetention command, CancellationToken cancellationToken)
    {
        if (terms is not { Months: { } months, NoticeDays: { } days })
        {
            LogMissing(logger);
            return Result.Success;
        }

        var (now, today) = (clock.GetUtcNow(), clock.Today());
        foreach (var file in await db.Cases.ToErase(today).OrderBy(c => c.ErasesOn).Take(ApplySpouseRetention.Batch).ToListAsync(cancellationToken))
        {
            await erasure.EraseAsync(file, cancellationToken);
        }

        var over = await db.Cases.ToAnnounce(months, days, now)
            .OrderBy(c => c.LastContactAt).Take(ApplySpouseRetention.Batch).ToListAsync(cancellationToken);
        foreach (var file in over)
        {
            var term = file.LastContactAt.AddMonths(months).ParisDay();
            var notice = today.AddDays(days);
            file.Announce(term > notice ? term : notice, now);
            outbox.Write(emails.ErasureAnnounced(file));
        }

        return Result.Success;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Files of partners have no term: Retention:SpouseMonths or Retention:NoticeDays is missing or wrong")]
    private static partial void LogMissing(ILogger logger);
}
