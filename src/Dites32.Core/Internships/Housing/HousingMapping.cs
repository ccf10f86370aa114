using Dites32.Core.Data;
using Dites32.Core.Territory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Internships.Housing;

internal sealed class DwellingMapping : IEntityTypeConfiguration<Dwelling>, IEntityTypeConfiguration<Room>, IEntityTypeConfiguration<DwellingPhoto>
{
    public void Configure(EntityTypeBuilder<Dwelling> dwelling)
    {
        dwelling.ToTable("dwelling");
        dwelling.Property(d => d.Id).ValueGeneratedNever();
        dwelling.Property(d => d.Name).HasMaxLength(Dwelling.MaxNameLength);
        dwelling.Property(d => d.Address).HasMaxLength(Dwelling.MaxAddressLength);
        dwelling.Property(d => d.OwnerName).HasMaxLength(Dwelling.MaxNameLength);
        dwelling.Property(d => d.OwnerPhone).HasMaxLength(20);
        dwelling.Property(d => d.OwnerEmail).HasMaxLength(254);
        dwelling.Property(d => d.Description).HasMaxLength(Dwelling.MaxTextLength);
        dwelling.Property(d => d.Keys).HasMaxLength(Dwelling.MaxTextLength);
        dwelling.Property(d => d.Road).HasMaxLength(Dwelling.MaxTextLength);
        dwelling.Property(d => d.Rules).HasMaxLength(Dwelling.MaxRulesLength);
        dwelling.HasOne<Commune>().WithMany().HasForeignKey(d => d.InseeCode).OnDelete(DeleteBehavior.Restrict);
        dwelling.Property<uint>("Version").IsRowVersion();
        BrokenIndex.DeclareRunningAgain("pk_dwelling");
    }

    public void Configure(EntityTypeBuilder<Room> room)
    {
        room.ToTable("dwelling_room", table => table.HasCheckConstraint("ck_dwelling_room_rent", $"monthly_rent BETWEEN 0 AND {Room.MaxRent}"));
        room.Property(r => r.Id).ValueGeneratedNever();
        room.Property(r => r.Name).HasMaxLength(Room.MaxNameLength);
        room.HasOne<Dwelling>().WithMany().HasForeignKey(r => r.DwellingId).OnDelete(DeleteBehavior.Restrict);
        room.HasIndex(r => new { r.DwellingId, r.Name }).BreaksWith("ux_dwelling_room_name", HousingErrors.RoomNameTaken);
        room.Property<uint>("Version").IsRowVersion();
        BrokenIndex.DeclareRunningAgain("pk_dwelling_room");
    }

    public void Configure(EntityTypeBuilder<DwellingPhoto> photo)
    {
        photo.ToTable("dwelling_photo", table => table.HasCheckConstraint("ck_dwelling_photo_hash", "hash ~ '^[0-9a-f]{64}$'"));
        photo.HasKey(p => new { p.DwellingId, p.Hash });
        photo.Property(p => p.Hash).HasMaxLength(64);
        photo.Property(p => p.Description).HasMaxLength(Offers.OfferPhoto.MaxDescriptionLength);
        photo.HasOne<Dwelling>().WithMany().HasForeignKey(p => p.DwellingId).OnDelete(DeleteBehavior.Cascade);
        BrokenIndex.DeclareRunningAgain("pk_dwelling_photo");
    }
}

internal sealed class HousingMapping :
    IEntityTypeConfiguration<HousingRequest>, IEntityTypeConfiguration<HousingBooking>, IEntityTypeConfiguration<HousingRound>, IEntityTypeConfiguration<HousingAllowance>
{
    public void Configure(EntityTypeBuilder<HousingRequest> request)
    {
        request.ToTable("housing_request", table => table.HasCheckConstraint(
            "ck_housing_request", "starts_on <= ends_on AND (declined_at IS NULL) = (decline_reason IS NULL)"));
        request.Property(r => r.Id).ValueGeneratedNever();
        request.Property(r => r.Wishes).HasMaxLength(HousingRequest.MaxTextLength);
        request.Property(r => r.DeclineReason).HasMaxLength(HousingRequest.MaxTextLength);
        request.HasOne<Intern>().WithMany().HasForeignKey(r => r.InternId).OnDelete(DeleteBehavior.Cascade);
        request.HasOne<Semester>().WithMany().HasForeignKey(r => r.SemesterId).OnDelete(DeleteBehavior.Restrict);
        request.HasIndex(r => new { r.InternId, r.SemesterId }).BreaksByRunningAgain("ux_housing_request_semester");
        request.Property<uint>("Version").IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<HousingBooking> booking)
    {
        booking.ToTable("housing_booking", table => table.HasCheckConstraint("ck_housing_booking_days", "starts_on <= ends_on"));
        booking.Property(b => b.Id).ValueGeneratedNever();
        booking.HasOne<Room>().WithMany().HasForeignKey(b => b.RoomId).OnDelete(DeleteBehavior.Restrict);
        booking.HasOne<Intern>().WithMany().HasForeignKey(b => b.InternId).OnDelete(DeleteBehavior.Cascade);
        booking.HasOne<Semester>().WithMany().HasForeignKey(b => b.SemesterId).OnDelete(DeleteBehavior.Restrict);
        booking.Property<uint>("Version").IsRowVersion();
        BrokenIndex.DeclareRunningAgain("pk_housing_booking");
        BrokenIndex.Declare("ex_housing_booking_room", HousingErrors.RoomTaken); // of Sql/after
        BrokenIndex.Declare("ex_housing_booking_intern", HousingErrors.AlreadyHoused);
    }

    public void Configure(EntityTypeBuilder<HousingRound> round)
    {
        round.ToTable("housing_round");
        round.HasKey(r => r.SemesterId);
        round.Property(r => r.Note).HasMaxLength(HousingRound.MaxNoteLength);
        round.HasOne<Semester>().WithMany().HasForeignKey(r => r.SemesterId).OnDelete(DeleteBehavior.Cascade);
        round.Ignore(r => r.Rules);
        BrokenIndex.DeclareRunningAgain("pk_housing_round");
    }

    public void Configure(EntityTypeBuilder<HousingAllowance> allowance)
    {
        allowance.ToTable("housing_allowance", table => table.HasCheckConstraint(
            "ck_housing_allowance", $"monthly_euros BETWEEN 0 AND {HousingAllowance.MaxEuros} AND (usual_rent IS NULL OR usual_rent BETWEEN 0 AND {HousingAllowance.MaxEuros})"));
        allowance.HasKey(a => a.StartsOn);
        allowance.Property(a => a.Source).HasMaxLength(HousingAllowance.MaxSourceLength);
        BrokenIndex.DeclareRunningAgain("pk_housing_allowance");
    }
}
