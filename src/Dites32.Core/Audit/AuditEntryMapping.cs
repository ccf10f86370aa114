using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Audit;

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit_entry");
        entry.Property(e => e.Action).HasMaxLength(80);
        entry.HasIndex(e => e.AccountId);
        entry.HasIndex(e => e.SubjectId);
        entry.HasIndex(e => e.At);
    }
}
