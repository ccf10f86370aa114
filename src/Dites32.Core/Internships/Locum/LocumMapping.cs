using Dites32.Core.Data;
using Dites32.Core.Territory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Internships.Locum;

internal sealed class LicenceConditionMapping : IEntityTypeConfiguration<LicenceCondition>
{
    public void Configure(EntityTypeBuilder<LicenceCondition> condition)
    {
        condition.ToTable("licence_condition", table => table.HasCheckConstraint("ck_licence_condition_semesters", $"semesters BETWEEN 1 AND {Residency.MaxSemesters}"));
        condition.HasKey(c => c.SpecialtyCode);
        condition.Property(c => c.Further).HasMaxLength(LicenceCondition.MaxFurtherLength);
        condition.Property(c => c.Source).HasMaxLength(LicenceCondition.MaxSourceLength);
        condition.HasOne<Specialty>().WithMany().HasForeignKey(c => c.SpecialtyCode).OnDelete(DeleteBehavior.Restrict);
        condition.Property<uint>("Version").IsRowVersion();
        BrokenIndex.DeclareRunningAgain("pk_licence_condition");
    }
}

internal sealed class InternLocumMapping : IEntityTypeConfiguration<InternLocum>
{
    public void Configure(EntityTypeBuilder<InternLocum> locum)
    {
        locum.ToTable("intern_locum", table => table.HasCheckConstraint("ck_intern_locum_told", "mail_id IS NULL OR told_at IS NOT NULL"));
        locum.HasKey(l => l.InternId);
        locum.HasOne<Intern>().WithOne().HasForeignKey<InternLocum>(l => l.InternId).OnDelete(DeleteBehavior.Cascade);
        locum.Property<uint>("Version").IsRowVersion();
        BrokenIndex.DeclareRunningAgain("pk_intern_locum");
    }
}

internal sealed class CareerStepMapping : IEntityTypeConfiguration<CareerStep>
{
    public void Configure(EntityTypeBuilder<CareerStep> step)
    {
        step.ToTable("career_step", table =>
        {
            table.HasCheckConstraint("ck_career_step_place", "insee_code IS NULL OR is_in_gers IS TRUE");
            table.HasCheckConstraint("ck_career_step_shared", "is_shared OR author = 'Intern'");
        });
        step.Property(s => s.Id).ValueGeneratedNever();
        step.Property(s => s.InseeCode).HasMaxLength(CommuneMapping.InseeCodeLength).IsFixedLength();
        step.HasOne<Intern>().WithMany().HasForeignKey(s => s.InternId).OnDelete(DeleteBehavior.Cascade);
        step.HasOne<Commune>().WithMany().HasForeignKey(s => s.InseeCode).OnDelete(DeleteBehavior.Restrict);
        step.Property<uint>("Version").IsRowVersion();
        BrokenIndex.DeclareRunningAgain("pk_career_step");
    }
}

internal sealed class SupervisorSearchMapping : IEntityTypeConfiguration<SupervisorSearch>
{
    public void Configure(EntityTypeBuilder<SupervisorSearch> search)
    {
        search.ToTable("supervisor_search", table => table.HasCheckConstraint("ck_supervisor_search_contact", "is_agreed OR NOT shares_contact"));
        search.HasKey(s => s.SupervisorId);
        search.Property(s => s.Text).HasMaxLength(SupervisorSearch.MaxTextLength);
        search.HasOne<Supervisor>().WithOne().HasForeignKey<SupervisorSearch>(s => s.SupervisorId).OnDelete(DeleteBehavior.Cascade);
        search.Property<uint>("Version").IsRowVersion();
        BrokenIndex.DeclareRunningAgain("pk_supervisor_search");
    }
}
