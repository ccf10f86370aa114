using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Offers;

internal sealed class OfferPhotoFileMapping : IEntityTypeConfiguration<OfferPhotoFile>
{
    private const string Key = "pk_offer_photo";

    public void Configure(EntityTypeBuilder<OfferPhotoFile> photo)
    {
        photo.ToTable("offer_photo", table =>
        {
            table.HasCheckConstraint("ck_offer_photo_hash", "hash ~ '^[0-9a-f]{64}$'");
            table.HasCheckConstraint("ck_offer_photo_sides",
                $"width BETWEEN 1 AND {PhotoSize.Large.Side()} AND height BETWEEN 1 AND {PhotoSize.Large.Side()}");
            table.HasCheckConstraint("ck_offer_photo_size",
                $"octet_length(small) BETWEEN 1 AND {OfferPhotoFile.MaxSize} AND octet_length(large) BETWEEN 1 AND {OfferPhotoFile.MaxSize}");
        });
        photo.HasKey(p => new { p.OfferId, p.Hash }).HasName(Key);
        photo.Property(p => p.Hash).HasMaxLength(64);
        photo.HasOne<Offer>().WithMany().HasForeignKey(p => p.OfferId).OnDelete(DeleteBehavior.Cascade);

        // Sent twice at the same moment: the second finds the first.
        BrokenIndex.DeclareRunningAgain(Key);
    }
}
