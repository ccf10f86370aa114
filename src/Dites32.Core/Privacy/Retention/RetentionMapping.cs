using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Privacy.Retention;

internal sealed class RetentionMapping :
    IEntityTypeConfiguration<RetentionState>, IEntityTypeConfiguration<RetentionReport>, IEntityTypeConfiguration<ApplicationFigure>
{
    public void Configure(EntityTypeBuilder<RetentionState> state)
    {
        state.ToTable("retention_state");
        state.HasKey(s => s.Rule).HasName("pk_retention_state");
        BrokenIndex.DeclareRunningAgain("pk_retention_state");
    }

    public void Configure(EntityTypeBuilder<RetentionReport> report)
    {
        report.ToTable("retention_report");
        report.HasKey(r => new { r.Rule, r.Day }).HasName("pk_retention_report");
        BrokenIndex.DeclareRunningAgain("pk_retention_report");
        report.Property(r => r.Refusal).HasMaxLength(80);
        report.Property<uint>("Version").IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<ApplicationFigure> figure)
    {
        figure.ToTable("application_figure", table => table.HasCheckConstraint("ck_application_figure_month", "extract(day FROM month) = 1"));
        figure.HasKey(f => new { f.Month, f.Outcome });
    }
}
