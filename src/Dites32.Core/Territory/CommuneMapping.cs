using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Territory;

internal sealed class CommuneMapping : IEntityTypeConfiguration<Commune>
{
    public const int InseeCodeLength = 5;

    public void Configure(EntityTypeBuilder<Commune> commune)
    {
        commune.ToTable("commune", table => table.HasCheckConstraint(
            "ck_commune_coordinates", "(latitude IS NULL) = (longitude IS NULL)"));
        commune.HasKey(c => c.InseeCode);
        commune.Property(c => c.InseeCode).HasMaxLength(InseeCodeLength).IsFixedLength();
        commune.Property(c => c.Name).HasMaxLength(100);
        commune.Property(c => c.Arrondissement).HasMaxLength(60);
        commune.HasOne<Epci>().WithMany().HasForeignKey(c => c.EpciCode).OnDelete(DeleteBehavior.Restrict);
    }
}
