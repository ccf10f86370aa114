using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Internships.Events;

internal sealed class SemesterEventMapping : IEntityTypeConfiguration<SemesterEvent>, IEntityTypeConfiguration<EventRegistration>
{
    public void Configure(EntityTypeBuilder<SemesterEvent> written)
    {
        written.ToTable("semester_event", table =>
        {
            table.HasCheckConstraint("ck_semester_event_hours", "starts_at < ends_at");
            table.HasCheckConstraint("ck_semester_event_seats", $"seats BETWEEN 1 AND {SemesterEvent.MaxSeats}");
        });
        written.Property(e => e.Id).ValueGeneratedNever();
        written.Property(e => e.Title).HasMaxLength(SemesterEvent.MaxTitleLength);
        written.Property(e => e.Place).HasMaxLength(SemesterEvent.MaxPlaceLength);
        written.Property(e => e.Organiser).HasMaxLength(SemesterEvent.MaxOrganiserLength);
        written.Property(e => e.Description).HasMaxLength(SemesterEvent.MaxDescriptionLength);
        written.Property(e => e.Cost).HasMaxLength(SemesterEvent.MaxCostLength);
        written.HasOne<Semester>().WithMany().HasForeignKey(e => e.SemesterId).OnDelete(DeleteBehavior.Restrict);
        written.Property<uint>("Version").IsRowVersion();
        BrokenIndex.DeclareRunningAgain("pk_semester_event");
    }

    public void Configure(EntityTypeBuilder<EventRegistration> registration)
    {
        registration.ToTable("event_registration"); // never more than the places: a trigger of Sql/after
        registration.Property(r => r.Id).ValueGeneratedNever();
        registration.HasOne<SemesterEvent>().WithMany().HasForeignKey(r => r.EventId).OnDelete(DeleteBehavior.Cascade);
        registration.HasOne<Intern>().WithMany().HasForeignKey(r => r.InternId).OnDelete(DeleteBehavior.Cascade);
        registration.HasIndex(r => new { r.EventId, r.InternId }).BreaksByRunningAgain("ux_event_registration_intern");
        registration.HasIndex(r => new { r.EventId, r.Rank }).BreaksByRunningAgain("ux_event_registration_rank");
        registration.Property<uint>("Version").IsRowVersion();
        BrokenIndex.DeclareRunningAgain("pk_event_registration");
    }
}
