using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Internships;

internal sealed class AssignmentImportMapping : IEntityTypeConfiguration<AssignmentImport>, IEntityTypeConfiguration<AssignmentImportChange>
{
    public void Configure(EntityTypeBuilder<AssignmentImport> import)
    {
        import.ToTable("assignment_import");
        import.Property(i => i.Id).ValueGeneratedNever();
        import.Property(i => i.FileName).HasMaxLength(AssignmentImport.MaxNameLength);
        import.Property<uint>("Version").IsRowVersion();
        import.HasOne<Semester>().WithMany().HasForeignKey(i => i.SemesterId).OnDelete(DeleteBehavior.Restrict);
        import.HasIndex(i => i.ReceivedAt);
        BrokenIndex.DeclareRunningAgain("pk_assignment_import");
    }

    public void Configure(EntityTypeBuilder<AssignmentImportChange> change)
    {
        change.ToTable("assignment_import_change");
        change.HasKey(c => new { c.ImportId, c.InternId });
        change.HasOne<AssignmentImport>().WithMany().HasForeignKey(c => c.ImportId).OnDelete(DeleteBehavior.Cascade);
        change.HasOne<Intern>().WithMany().HasForeignKey(c => c.InternId).OnDelete(DeleteBehavior.Cascade); // an erased person leaves nothing to undo
    }
}
