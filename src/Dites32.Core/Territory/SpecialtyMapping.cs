using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Territory;

internal sealed class SpecialtyMapping : IEntityTypeConfiguration<Specialty>
{
    public const int CodeLength = 60;

    public void Configure(EntityTypeBuilder<Specialty> specialty)
    {
        specialty.ToTable("specialty");
        specialty.HasKey(s => s.Code);
        specialty.Property(s => s.Code).HasMaxLength(CodeLength);
        specialty.Property(s => s.Label).HasMaxLength(120);
    }
}
