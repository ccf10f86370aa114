using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dites32.Core.Audit;

/// <summary>The texts that are hashed. To change one letter of them makes every seal wrong.</summary>
internal static class AuditChain
{
    /// <summary>An entry whose date is older than this, against those sealed before it, was not written on that date.</summary>
    public static readonly TimeSpan Disorder = TimeSpan.FromHours(1);

    public static DateOnly MonthOf(DateTimeOffset at) => new(at.UtcDateTime.Year, at.UtcDateTime.Month, 1);

    public static DateTimeOffset StartOf(DateOnly month) => new(month.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    /// <summary>The entry's fields, whose codes and ids hold no bar.</summary>
    public static byte[] HashOf(AuditEntry entry) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"{entry.Id}|{Instant(entry.At)}|{entry.ActorKind}|{entry.AccountId}|{entry.LinkId}|{entry.Action}|{entry.SubjectKind}|{entry.SubjectId}|{entry.Purpose}")));

    public static byte[] HashOf(byte[] previousHash, AuditSeal seal) => SHA256.HashData([
        .. previousHash,
        .. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"{seal.Number}|{seal.Kind}|{Instant(seal.SealedAt)}|{seal.Month:yyyy-MM-dd}|{seal.EntryCount}|{Instant(seal.LastEntryAt)}|")),
        .. seal.Digest,
    ]);

    /// <summary>To the microsecond, as PostgreSQL keeps it.</summary>
    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
