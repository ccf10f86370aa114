using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Accounts.SecondFactors;

internal sealed class SecondFactorMapping : IEntityTypeConfiguration<SecondFactor>, IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<SecondFactor> factor)
    {
        factor.ToTable("second_factor");
        factor.HasKey(f => f.AccountId);
        factor.HasOne<Account>().WithOne().HasForeignKey<SecondFactor>(f => f.AccountId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<RecoveryCode> code)
    {
        code.ToTable("recovery_code");
        code.HasKey(c => c.Hash);
        code.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
