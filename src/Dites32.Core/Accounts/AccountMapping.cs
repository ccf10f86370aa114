using Dites32.Core.Data;
using Dites32.Core.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Accounts;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<IdentityRole<Guid>>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("account", table => table.HasCheckConstraint(
            "ck_account_rpps", "(rpps IS NULL) = (rpps_verified_at IS NULL) AND (rpps IS NULL) = (rpps_verified_by IS NULL)"));
        account.Property(a => a.Rpps).HasMaxLength(11);
        account.Property(a => a.DisplayName).HasMaxLength(Account.MaxDisplayNameLength);
        account.HasIndex(a => a.NormalizedUserName).BreaksByRunningAgain("account_user_name");
    }

    /// <summary>One row per <see cref="Role"/>, with an id that never changes.</summary>
    public void Configure(EntityTypeBuilder<IdentityRole<Guid>> role) =>
        role.HasData(Enum.GetValues<Role>().Select(r => new IdentityRole<Guid>
        {
            Id = IdOf(r),
            Name = r.ToString(),
            NormalizedName = r.ToString().ToUpperInvariant(),
            ConcurrencyStamp = IdOf(r).ToString(),
        }));

    public static Guid IdOf(Role role) => new(0x32000000 + (int)role, 0, 0, new byte[8]);
}
