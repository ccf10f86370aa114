using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Territory;

internal sealed class TerritoryOutlineMapping : IEntityTypeConfiguration<TerritoryOutline>
{
    public void Configure(EntityTypeBuilder<TerritoryOutline> outline)
    {
        outline.ToTable("territory_outline");
        outline.HasKey(o => new { o.Kind, o.Code });
        outline.Property(o => o.Code).HasMaxLength(9);
        outline.Property(o => o.Source).HasMaxLength(200);
    }
}
