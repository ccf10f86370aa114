using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.SpouseSupport;

internal sealed class JobImportMapping : IEntityTypeConfiguration<JobImport>
{
    public void Configure(EntityTypeBuilder<JobImport> import)
    {
        import.ToTable("job_import");
        import.Property(i => i.Id).ValueGeneratedNever();
        import.Property(i => i.FileName).HasMaxLength(JobImport.MaxNameLength);
        import.Property<uint>("Version").IsRowVersion();
        import.HasIndex(i => i.ReceivedAt);
        BrokenIndex.DeclareRunningAgain("pk_job_import");
    }
}
