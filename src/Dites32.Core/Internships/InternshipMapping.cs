using Dites32.Core.Data;
using Dites32.Core.Territory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Internships;

internal sealed class ResidencyMapping : IEntityTypeConfiguration<Residency>
{
    public void Configure(EntityTypeBuilder<Residency> residency)
    {
        residency.ToTable("residency", table => table.HasCheckConstraint(
            "ck_residency_length",
            $"semesters BETWEEN 1 AND {Residency.MaxSemesters} AND months_to_validate BETWEEN 1 AND 6 AND (cardinality(slots) = 0 OR cardinality(slots) = semesters)"));
        residency.HasKey(r => r.Code);
        residency.Property(r => r.Code).HasMaxLength(Residency.MaxCodeLength);
        residency.Property(r => r.Label).HasMaxLength(Residency.MaxLabelLength);
        residency.HasOne<Specialty>().WithMany().HasForeignKey(r => r.SpecialtyCode).OnDelete(DeleteBehavior.Restrict);
        BrokenIndex.DeclareRunningAgain("pk_residency");
    }
}

internal sealed class FacultyMapping : IEntityTypeConfiguration<Faculty>
{
    public void Configure(EntityTypeBuilder<Faculty> faculty)
    {
        faculty.ToTable("faculty");
        faculty.Property(f => f.Id).ValueGeneratedNever();
        faculty.Property(f => f.Name).HasMaxLength(Faculty.MaxNameLength);
        faculty.HasIndex(f => f.Name).BreaksByRunningAgain("ux_faculty_name");
    }
}

internal sealed class SemesterMapping : IEntityTypeConfiguration<Semester>
{
    public void Configure(EntityTypeBuilder<Semester> semester)
    {
        semester.ToTable("semester"); // no two at once: an exclusion constraint of Sql/after
        semester.Property(s => s.Id).ValueGeneratedNever();
        semester.Property<uint>("Version").IsRowVersion();
        BrokenIndex.DeclareRunningAgain("pk_semester");
        BrokenIndex.Declare("ex_semester_overlap", SemesterErrors.Overlaps);
    }
}

internal sealed class SupervisorMapping : IEntityTypeConfiguration<Supervisor>
{
    public void Configure(EntityTypeBuilder<Supervisor> supervisor)
    {
        supervisor.ToTable("supervisor");
        supervisor.Property(s => s.Id).ValueGeneratedNever();
        supervisor.Property(s => s.Name).HasMaxLength(Supervisor.MaxNameLength);
        supervisor.Property(s => s.Email).HasMaxLength(254);
        supervisor.Property(s => s.Phone).HasMaxLength(20);
        supervisor.Property(s => s.Note).HasMaxLength(Supervisor.MaxNoteLength);
        supervisor.Property(s => s.Habits).HasMaxLength(Supervisor.MaxNoteLength);
        supervisor.Property<uint>("Version").IsRowVersion();
        BrokenIndex.DeclareRunningAgain("pk_supervisor");
    }
}

internal sealed class PlacementMapping : IEntityTypeConfiguration<Placement>, IEntityTypeConfiguration<PlacementSupervisor>, IEntityTypeConfiguration<PlacementCapacity>
{
    public void Configure(EntityTypeBuilder<Placement> placement)
    {
        placement.ToTable("placement", table => table.HasCheckConstraint("ck_placement_capacity", $"capacity BETWEEN 0 AND {Placement.MaxCapacity}"));
        placement.Property(p => p.Id).ValueGeneratedNever();
        placement.Property(p => p.Name).HasMaxLength(Placement.MaxNameLength);
        placement.Property(p => p.Address).HasMaxLength(Placement.MaxAddressLength);
        placement.Property(p => p.InseeCode).HasMaxLength(CommuneMapping.InseeCodeLength).IsFixedLength();
        placement.HasOne<Commune>().WithMany().HasForeignKey(p => p.InseeCode).OnDelete(DeleteBehavior.Restrict);
        placement.HasOne<Specialty>().WithMany().HasForeignKey(p => p.SpecialtyCode).OnDelete(DeleteBehavior.Restrict);
        placement.HasMany(p => p.Supervisors).WithOne().HasForeignKey(s => s.PlacementId).OnDelete(DeleteBehavior.Cascade);
        placement.HasIndex(p => p.Name).BreaksWith("ux_placement_name", PlacementErrors.NameTaken);
        placement.Property<uint>("Version").IsRowVersion();
        BrokenIndex.DeclareRunningAgain("pk_placement");
        BrokenIndex.Declare("ck_placement_below_seats", PlacementErrors.BelowAssignments); // a trigger of Sql/after
    }

    public void Configure(EntityTypeBuilder<PlacementSupervisor> share)
    {
        share.ToTable("placement_supervisor", table => table.HasCheckConstraint("ck_placement_supervisor_share", "share BETWEEN 1 AND 100"));
        share.HasKey(s => new { s.PlacementId, s.SupervisorId });
        share.HasOne<Supervisor>().WithMany().HasForeignKey(s => s.SupervisorId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PlacementCapacity> capacity)
    {
        capacity.ToTable("placement_capacity", table => table.HasCheckConstraint("ck_placement_capacity_semester", $"capacity BETWEEN 0 AND {Placement.MaxCapacity}"));
        capacity.HasKey(c => new { c.PlacementId, c.SemesterId });
        capacity.HasOne<Placement>().WithMany().HasForeignKey(c => c.PlacementId).OnDelete(DeleteBehavior.Cascade);
        capacity.HasOne<Semester>().WithMany().HasForeignKey(c => c.SemesterId).OnDelete(DeleteBehavior.Cascade);
        BrokenIndex.DeclareRunningAgain("pk_placement_capacity");
    }
}

internal sealed class InternMapping : IEntityTypeConfiguration<Intern>
{
    public void Configure(EntityTypeBuilder<Intern> intern)
    {
        intern.ToTable("intern");
        intern.Property(i => i.Id).ValueGeneratedNever();
        intern.Property(i => i.Name).HasMaxLength(Intern.MaxNameLength);
        intern.Property(i => i.Email).HasMaxLength(254);
        intern.Property(i => i.Phone).HasMaxLength(20);
        intern.HasOne<Faculty>().WithMany().HasForeignKey(i => i.FacultyId).OnDelete(DeleteBehavior.Restrict);
        intern.HasOne<Residency>().WithMany().HasForeignKey(i => i.ResidencyCode).OnDelete(DeleteBehavior.Restrict);
        intern.HasIndex(i => i.Email).BreaksWith("ux_intern_email", InternErrors.EmailTaken);
        intern.Property<uint>("Version").IsRowVersion();
        BrokenIndex.DeclareRunningAgain("pk_intern");
    }
}

internal sealed class AssignmentMapping : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> assignment)
    {
        assignment.ToTable("assignment", table =>
        {
            table.HasCheckConstraint("ck_assignment_kind", "(kind = 'Placement') = (placement_id IS NOT NULL) AND (kind = 'Leave') = (slot IS NULL) AND (seat IS NULL OR kind = 'Placement')");
            table.HasCheckConstraint("ck_assignment_days", "starts_on <= ends_on");
            table.HasCheckConstraint("ck_assignment_outcome", "(outcome = 'Awaited') = (months_present IS NULL) AND (kind <> 'Leave' OR outcome = 'Awaited')");
        });
        assignment.Property(a => a.Id).ValueGeneratedNever();
        assignment.Property(a => a.Where).HasMaxLength(Assignment.MaxWhereLength);
        assignment.HasOne<Intern>().WithMany().HasForeignKey(a => a.InternId).OnDelete(DeleteBehavior.Cascade);
        assignment.HasOne<Semester>().WithMany().HasForeignKey(a => a.SemesterId).OnDelete(DeleteBehavior.Restrict);
        assignment.HasOne<Placement>().WithMany().HasForeignKey(a => a.PlacementId).OnDelete(DeleteBehavior.Restrict);
        assignment.Property<uint>("Version").IsRowVersion();
        BrokenIndex.DeclareRunningAgain("pk_assignment");
        BrokenIndex.Declare("ex_assignment_intern", AssignmentErrors.Overlaps);
        BrokenIndex.DeclareRunningAgain("ex_assignment_seat"); // another has just taken the seat: there may be one left
        BrokenIndex.Declare("ck_assignment_seat", AssignmentErrors.Full); // a trigger of Sql/after
    }
}
