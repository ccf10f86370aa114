using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.SpouseSupport;

internal sealed class CoupleLinkMapping : IEntityTypeConfiguration<CoupleLink>
{
    public void Configure(EntityTypeBuilder<CoupleLink> link)
    {
        link.ToTable("couple_link");
        link.Property(l => l.Id).ValueGeneratedNever();
        link.Property(l => l.DoctorName).HasMaxLength(CoupleLink.MaxNameLength);
        link.HasOne<SpouseCase>().WithMany().HasForeignKey(l => l.CaseId).OnDelete(DeleteBehavior.SetNull);
        link.HasIndex(l => l.DoctorId).BreaksByRunningAgain("couple_link_doctor");
        link.HasIndex(l => l.CaseId).HasFilter("partner_agreed_at IS NOT NULL").BreaksWith("couple_link_case", SpouseErrors.LinkedAlready);
        link.HasIndex(l => l.DoctorAgreedAt).HasFilter("partner_agreed_at IS NULL");
        link.Property<uint>("Version").IsRowVersion();
        BrokenIndex.DeclareRunningAgain("pk_couple_link");
    }
}
