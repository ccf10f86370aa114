using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Territory;

internal sealed class SiteMapping : IEntityTypeConfiguration<Site>
{
    public void Configure(EntityTypeBuilder<Site> site)
    {
        site.ToTable("site", table => table.HasCheckConstraint("ck_site_parent", "parent_id IS NULL OR (kind = 'Branch' AND parent_id <> id)"));
        site.Property(s => s.Name).HasMaxLength(Site.MaxNameLength);
        site.Property(s => s.Address).HasMaxLength(Site.MaxAddressLength);
        site.Property(s => s.InseeCode).HasMaxLength(CommuneMapping.InseeCodeLength).IsFixedLength();
        site.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        site.HasOne<Site>().WithMany().HasForeignKey(s => s.ParentId).OnDelete(DeleteBehavior.Restrict);
        site.HasOne<Commune>().WithMany().HasForeignKey(s => s.InseeCode).OnDelete(DeleteBehavior.Restrict);

        // A foreign key of Sql/after holds the parent to be a health centre of the same organisation, whatever the two forms sent at once.
        site.Property<string>("ParentKind").HasMaxLength(40).HasComputedColumnSql("CASE WHEN parent_id IS NOT NULL THEN 'HealthCentre' END", stored: true);
        BrokenIndex.DeclareRunningAgain("fk_site_parent_centre");
        site.HasIndex(s => s.SubmissionId).BreaksByRunningAgain("ux_site_submission");
        site.Property<uint>("xmin").IsRowVersion();
    }
}
