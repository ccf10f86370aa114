using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Audit;

internal sealed class AuditSealMapping : IEntityTypeConfiguration<AuditSeal>
{
    public void Configure(EntityTypeBuilder<AuditSeal> seal)
    {
        seal.ToTable("audit_seal");
        seal.HasKey(s => s.Number).HasName("pk_audit_seal");
        BrokenIndex.Declare("pk_audit_seal", AuditErrors.SealedMeanwhile);
        seal.Property(s => s.Number).ValueGeneratedNever();
        seal.Property(s => s.Kind).HasMaxLength(40);
        seal.HasIndex(s => s.Month);
    }
}
