using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.SpouseSupport;

internal sealed class UsualStepMapping : IEntityTypeConfiguration<UsualStep>
{
    public void Configure(EntityTypeBuilder<UsualStep> step)
    {
        step.ToTable("usual_step", table => table.HasCheckConstraint("ck_usual_step_days", "days BETWEEN 0 AND 365"));
        step.HasKey(s => s.State);
        BrokenIndex.DeclareRunningAgain("pk_usual_step");
        step.Property(s => s.Text).HasMaxLength(SpouseCase.MaxStepLength);
    }
}
