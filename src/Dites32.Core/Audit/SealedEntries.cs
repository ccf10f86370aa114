using System.Security.Cryptography;

namespace Dites32.Core.Audit;

/// <summary>Which entries a seal covers, and what each of them was: so that a verification can name the one that changed.</summary>
internal sealed class SealedEntries
{
    private SealedEntries() { }

    public DateOnly Month { get; private init; }
    public long SealNumber { get; private init; }
    public long[] EntryIds { get; private init; } = [];

    /// <summary>The SHA-256 of each entry, one after the other.</summary>
    public byte[] Hashes { get; private init; } = [];

    /// <param name="entries">Of one month, in the order of the chain; at least one.</param>
    public static SealedEntries Of(long sealNumber, IReadOnlyList<AuditEntry> entries) => new()
    {
        Month = AuditChain.MonthOf(entries[0].At),
        SealNumber = sealNumber,
        EntryIds = [.. entries.Select(e => e.Id)],
        Hashes = [.. entries.SelectMany(AuditChain.HashOf)],
    };

    public byte[] Digest() => SHA256.HashData(Hashes);

    public ReadOnlySpan<byte> HashAt(int index) => Hashes.AsSpan(index * SHA256.HashSizeInBytes, SHA256.HashSizeInBytes);
}
