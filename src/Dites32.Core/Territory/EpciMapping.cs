using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Territory;

internal sealed class EpciMapping : IEntityTypeConfiguration<Epci>
{
    public void Configure(EntityTypeBuilder<Epci> epci)
    {
        epci.ToTable("epci");
        epci.HasKey(e => e.Code);
        epci.Property(e => e.Code).HasMaxLength(9);
        epci.Property(e => e.Name).HasMaxLength(120);
        epci.Property(e => e.Type).HasMaxLength(4);
    }
}
