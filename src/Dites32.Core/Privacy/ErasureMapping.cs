using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Privacy;

internal sealed class ErasureMapping : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> erasure)
    {
        erasure.ToTable("erasure");
        erasure.HasIndex(e => new { e.SubjectId, e.Kind }).BreaksByRunningAgain("ix_erasure_subject");
        erasure.HasIndex(e => e.At);
    }
}
