using Dites32.Core.Accounts;
using Dites32.Core.Data;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Territory;

internal sealed class SiteMembershipMapping : IEntityTypeConfiguration<SiteMembership>
{
    public void Configure(EntityTypeBuilder<SiteMembership> membership)
    {
        membership.ToTable("site_membership");
        membership.Property<long>("Id").UseIdentityAlwaysColumn();
        membership.HasKey("Id");
        membership.HasIndex(m => new { m.AccountId, m.SiteId }).BreaksByRunningAgain("ux_site_membership");
        BrokenIndex.Declare("pk_account_user_roles", SharedErrors.ChangedMeanwhile); // two people make the same account a recruiter at once
        membership.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.Cascade);
        membership.HasOne<Site>().WithMany().HasForeignKey(m => m.SiteId).OnDelete(DeleteBehavior.Cascade);
    }
}
