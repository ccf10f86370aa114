using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Audit;

/// <summary>
/// The database numbers and dates the entries: the role app may write neither, so that it cannot write into the past. Each
/// month is a partition (Sql/after/010-audit.sql), hence the key with its date.
/// </summary>
internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit_entry", table => table.HasCheckConstraint("ck_audit_entry_codes", "action ~ '^[A-Za-z0-9]+$'"));
        entry.HasKey(e => new { e.Id, e.At });
        entry.Property(e => e.Id).UseIdentityAlwaysColumn();
        entry.Property(e => e.At).HasDefaultValueSql("clock_timestamp()");
        entry.Property(e => e.Action).HasMaxLength(80);
        entry.Property(e => e.ActorKind).HasMaxLength(40);
        entry.Property(e => e.SubjectKind).HasMaxLength(40);
        entry.Property(e => e.Purpose).HasMaxLength(40);
        entry.HasIndex(e => e.AccountId);
        entry.HasIndex(e => e.SubjectId);
        entry.HasIndex(e => e.At);
    }
}
