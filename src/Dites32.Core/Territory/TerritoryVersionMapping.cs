using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Territory;

internal sealed class TerritoryVersionMapping : IEntityTypeConfiguration<TerritoryVersion>
{
    public void Configure(EntityTypeBuilder<TerritoryVersion> version)
    {
        version.ToTable("territory_version");
        version.Property(v => v.Id).ValueGeneratedNever();
        version.HasData(new { Id = TerritoryVersion.OnlyId, Number = 0L });
    }
}
