using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.SpouseSupport;

internal sealed class FranceTravailReadingMapping : IEntityTypeConfiguration<FranceTravailReading>
{
    public void Configure(EntityTypeBuilder<FranceTravailReading> reading)
    {
        reading.ToTable("france_travail_reading");
        reading.Property(r => r.Id).UseIdentityAlwaysColumn();
        reading.HasIndex(r => r.At);
    }
}
