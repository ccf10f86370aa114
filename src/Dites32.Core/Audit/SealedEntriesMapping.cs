using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Audit;

/// <summary>Each month is a partition, as the entries' own: a purge drops both.</summary>
internal sealed class SealedEntriesMapping : IEntityTypeConfiguration<SealedEntries>
{
    public void Configure(EntityTypeBuilder<SealedEntries> entries)
    {
        entries.ToTable("audit_sealed", table => table.HasCheckConstraint("ck_audit_sealed_hashes", "octet_length(hashes) = 32 * cardinality(entry_ids)"));
        entries.HasKey(s => new { s.Month, s.SealNumber });
        entries.Property(s => s.SealNumber).ValueGeneratedNever();
    }
}
