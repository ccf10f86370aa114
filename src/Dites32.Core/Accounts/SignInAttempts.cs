using System.Security.Cryptography;
using System.Text;
using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Accounts;

/// <summary>
/// Counts the passwords tried for an address from a network, and slows down whoever is wrong too often: after
/// <see cref="Max"/> tries a minute's pause, then two, four, eight, and fifteen each time. A guess from elsewhere slows its
/// own network, not the owner's; guesses from many networks are slowed together, except where the owner has signed in lately.
/// Each try is counted before the password is looked at, by a statement of its own: a hundred guesses sent at once are a
/// hundred tries. The address is counted as it was typed, so an unknown one is treated like any other.
/// </summary>
internal static class SignInAttempts
{
    public const int Max = 8;

    /// <summary>Tries an hour for one address, from all networks together that its owner has not been seen on.</summary>
    public const int MaxElsewhere = 40;

    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(24);
    private static readonly TimeSpan Trusted = TimeSpan.FromDays(90);

    public static async Task<Attempt> CountAttemptAsync(
        this AppDbContext db, string address, string? network, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var here = await CountAsync(db, SubjectOf(address, network), now, cancellationToken);
        var elsewhere = await CountElsewhereAsync(db, SubjectOf(address, network: "*"), now, cancellationToken);
        return here switch
        {
            null => Attempt.Paused,
            { IsTrusted: false } when elsewhere > MaxElsewhere => Attempt.Paused,
            { Tries: Max } => Attempt.Last,
            _ => Attempt.Counted,
        };
    }

    /// <summary>The answer was right: this network is the owner's for three months.</summary>
    public static Task ForgetAttemptsAsync(
        this AppDbContext db, string address, string? network, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (subject, trusted) = (SubjectOf(address, network), now + Trusted);
        return db.SignInThrottles.Where(t => t.Subject == subject).ExecuteUpdateAsync(set => set
            .SetProperty(t => t.Tries, 0)
            .SetProperty(t => t.PausedUntil, (DateTimeOffset?)null)
            .SetProperty(t => t.TrustedUntil, trusted), cancellationToken);
    }

    /// <summary>Ends the pauses of an address, whose owner has just answered from their mailbox.</summary>
    public static async Task EndPausesAsync(this AppDbContext db, string address, string? network, CancellationToken cancellationToken)
    {
        var subjects = new[] { SubjectOf(address, network), SubjectOf(address, network: "*") };
        await db.SignInThrottles.Where(t => subjects.Contains(t.Subject)).ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task<Count?> CountAsync(AppDbContext db, byte[] subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var old = now - Forgotten;
        var longest = (int)LongestPause.TotalMinutes;
        var counts = await db.Database.SqlQuery<Count>($"""
            INSERT INTO sign_in_throttle AS t (subject, tries, since, last_at) VALUES ({subject}, 1, {now}, {now})
            ON CONFLICT (subject) DO UPDATE SET
                tries = CASE WHEN t.last_at < {old} THEN 1 ELSE t.tries + 1 END,
                paused_until = CASE WHEN t.last_at >= {old} AND t.tries + 1 >= {Max}
                    THEN {now} + interval '1 minute' * LEAST({longest}, power(2, LEAST(t.tries + 1 - {Max}, 10))) END,
                last_at = {now}
            WHERE t.paused_until IS NULL OR t.paused_until <= {now}
            RETURNING tries AS "Tries", COALESCE(trusted_until > {now}, false) AS "IsTrusted"
            """).ToListAsync(cancellationToken);
        return counts.SingleOrDefault();
    }

    private static async Task<int> CountElsewhereAsync(AppDbContext db, byte[] subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var start = now - Window;
        var tries = await db.Database.SqlQuery<int>($"""
            INSERT INTO sign_in_throttle AS t (subject, tries, since, last_at) VALUES ({subject}, 1, {now}, {now})
            ON CONFLICT (subject) DO UPDATE SET
                tries = CASE WHEN t.since < {start} THEN 1 ELSE t.tries + 1 END,
                since = CASE WHEN t.since < {start} THEN {now} ELSE t.since END,
                last_at = {now}
            RETURNING tries
            """).ToListAsync(cancellationToken);
        return tries.Single();
    }

    /// <summary>A hash: the table holds neither who tried to come in nor from where.</summary>
    private static byte[] SubjectOf(string address, string? network) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Account.KeyOf(Shared.EmailAddress.Normalise(address))}|{network}"));

    private sealed record Count(int Tries, bool IsTrusted);
}

/// <summary>Whether the password may be looked at: not during a pause, and if it is wrong the last one starts a pause.</summary>
internal enum Attempt { Counted, Last, Paused }
