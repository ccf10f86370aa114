namespace Dites32.Core.Audit;

/// <summary>
/// One link of the chain (docs/decisions/ADR-0013): entries of one month, which can change no more without showing, or the
/// purge of a month. Its hash covers the link before it. Seals stay for good: they say nothing about anybody.
/// </summary>
internal sealed class AuditSeal
{
    private const string OfEntries = "Entries";
    private const string OfAPurge = "Purge";

    private AuditSeal() { }

    /// <summary>From 1, without a gap.</summary>
    public long Number { get; private init; }

    /// <summary><see cref="OfEntries"/> or <see cref="OfAPurge"/>.</summary>
    public string Kind { get; private init; } = "";

    public bool IsPurge => Kind == OfAPurge;

    /// <summary>By the clock of the database, as the entries.</summary>
    public DateTimeOffset SealedAt { get; private init; }

    /// <summary>The first day of the month of the entries (UTC).</summary>
    public DateOnly Month { get; private init; }
    public int EntryCount { get; private init; }

    /// <summary>The date of the latest entry sealed so far: one that comes much later in the chain was not written when it says.</summary>
    public DateTimeOffset LastEntryAt { get; private init; }

    /// <summary>SHA-256 of the hashes of the entries; of a purge, the hash of the month's last seal.</summary>
    public byte[] Digest { get; private init; } = [];
    public byte[] Hash { get; private set; } = [];

    public static AuditSeal Of(AuditSeal? previous, SealedEntries entries, DateTimeOffset latest, DateTimeOffset now) => Linked(previous, new AuditSeal
    {
        Number = entries.SealNumber,
        Kind = OfEntries,
        SealedAt = now,
        Month = entries.Month,
        EntryCount = entries.EntryIds.Length,
        LastEntryAt = previous?.LastEntryAt > latest ? previous.LastEntryAt : latest,
        Digest = entries.Digest(),
    });

    /// <param name="lastOfMonth">The last seal of the month, whose hash is kept once more.</param>
    public static AuditSeal OfPurge(AuditSeal previous, AuditSeal lastOfMonth, int entries, DateTimeOffset now) => Linked(previous, new AuditSeal
    {
        Number = previous.Number + 1,
        Kind = OfAPurge,
        SealedAt = now,
        Month = lastOfMonth.Month,
        EntryCount = entries,
        LastEntryAt = previous.LastEntryAt,
        Digest = lastOfMonth.Hash,
    });

    private static AuditSeal Linked(AuditSeal? previous, AuditSeal seal)
    {
        seal.Hash = AuditChain.HashOf(previous?.Hash ?? [], seal);
        return seal;
    }
}
