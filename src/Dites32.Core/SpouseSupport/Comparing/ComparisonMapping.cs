using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.SpouseSupport;

internal sealed class ComparisonMapping :
    IEntityTypeConfiguration<PlaceComparison>, IEntityTypeConfiguration<CommuneNote>, IEntityTypeConfiguration<PublishedOffer>
{
    public void Configure(EntityTypeBuilder<PlaceComparison> comparison)
    {
        comparison.ToTable("place_comparison", table => table.HasCheckConstraint("ck_place_comparison_two", "first <> second"));
        comparison.Property(c => c.Id).ValueGeneratedNever();
        comparison.Property(c => c.First).HasMaxLength(5);
        comparison.Property(c => c.Second).HasMaxLength(5);
        comparison.Property(c => c.SpecialtyCode).HasMaxLength(20);
        comparison.Property(c => c.Words).HasMaxLength(PlaceComparison.MaxWordsLength);
        comparison.HasOne<SpouseCase>().WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Cascade);
        comparison.HasIndex(c => new { c.CaseId, c.CreatedAt });
        comparison.Property<uint>("Version").IsRowVersion();
        BrokenIndex.DeclareRunningAgain("pk_place_comparison");
    }

    public void Configure(EntityTypeBuilder<CommuneNote> note)
    {
        note.ToTable("commune_note");
        note.HasKey(n => n.InseeCode);
        note.Property(n => n.InseeCode).HasMaxLength(5);
        note.Property(n => n.Schools).HasMaxLength(CommuneNote.MaxLength);
        note.Property(n => n.Housing).HasMaxLength(CommuneNote.MaxLength);
        note.Property<uint>("Version").IsRowVersion();
        BrokenIndex.DeclareRunningAgain("pk_commune_note");
    }

    public void Configure(EntityTypeBuilder<PublishedOffer> offer) => offer.HasNoKey().ToView("published_offer");
}
