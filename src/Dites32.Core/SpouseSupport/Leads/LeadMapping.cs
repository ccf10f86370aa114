using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.SpouseSupport;

internal sealed class LeadMapping : IEntityTypeConfiguration<JobEmployer>, IEntityTypeConfiguration<JobVacancy>, IEntityTypeConfiguration<JobLead>,
    IEntityTypeConfiguration<JobAnnouncement>, IEntityTypeConfiguration<EmployerTalk>
{
    /// <summary>Title, trade and description in plain letters.</summary>
    public const string Search = "Search";

    public void Configure(EntityTypeBuilder<JobEmployer> employer)
    {
        employer.ToTable("job_employer", table => table.HasCheckConstraint("ck_job_employer_siret", "siret ~ '^[0-9]{14}$'"));
        employer.Property(e => e.Id).ValueGeneratedNever();
        employer.Property(e => e.Name).HasMaxLength(JobEmployer.MaxNameLength);
        employer.Property(e => e.Siret).HasMaxLength(14);
        employer.Property(e => e.Sector).HasMaxLength(JobEmployer.MaxSectorLength);
        employer.Property(e => e.InseeCode).HasMaxLength(5);
        employer.Property(e => e.ContactName).HasMaxLength(SpouseCase.MaxNameLength);
        employer.Property(e => e.ContactEmail).HasMaxLength(254);
        employer.Property(e => e.ContactPhone).HasMaxLength(SpouseCase.MaxPhoneLength);
        employer.Property<uint>("Version").IsRowVersion();
        employer.HasIndex(e => e.Siret).BreaksWith("job_employer_siret", SpouseErrors.SiretTaken);
        employer.HasIndex(e => e.Name);
        BrokenIndex.DeclareRunningAgain("pk_job_employer");
    }

    public void Configure(EntityTypeBuilder<JobVacancy> vacancy)
    {
        vacancy.ToTable("job_vacancy", table =>
        {
            table.HasCheckConstraint("ck_job_vacancy_rome", "rome_code ~ '^[A-N][0-9]{4}$'");
            table.HasCheckConstraint(
                "ck_job_vacancy_source",
                "(source = 'FranceTravail') = (external_id IS NOT NULL) AND (external_id IS NULL) = (employer_id IS NOT NULL) AND (external_id IS NULL) = (added_by_id IS NOT NULL)");
        });
        vacancy.Property(v => v.Id).ValueGeneratedNever();
        vacancy.Property(v => v.Source).HasDefaultValue(JobSource.Caseworker);
        vacancy.Property(v => v.ExternalId).HasMaxLength(JobVacancy.MaxExternalIdLength);
        vacancy.Property(v => v.EmployerName).HasMaxLength(JobEmployer.MaxNameLength);
        vacancy.Property(v => v.Title).HasMaxLength(JobVacancy.MaxTitleLength);
        vacancy.Property(v => v.RomeCode).HasMaxLength(5);
        vacancy.Property(v => v.InseeCode).HasMaxLength(5);
        vacancy.Property(v => v.Address).HasMaxLength(JobVacancy.MaxAddressLength);
        vacancy.Property(v => v.Description).HasMaxLength(JobVacancy.MaxDescriptionLength);
        vacancy.Property<string>(Search).HasComputedColumnSql(
            "public.plain(title || ' ' || coalesce(rome_code, '') || ' ' || coalesce(description, ''))", stored: true);
        vacancy.HasOne<JobEmployer>().WithMany().HasForeignKey(v => v.EmployerId).OnDelete(DeleteBehavior.Cascade);
        vacancy.HasIndex(v => v.InseeCode).HasFilter("closed_at IS NULL");
        vacancy.HasIndex(v => v.ExternalId).BreaksByRunningAgain("job_vacancy_external_id");
        BrokenIndex.DeclareRunningAgain("pk_job_vacancy");
    }

    public void Configure(EntityTypeBuilder<JobAnnouncement> announcement)
    {
        announcement.ToTable("job_announcement", table => table.HasCheckConstraint(
            "ck_job_announcement_decided", "(decided_at IS NULL) = (is_accepted IS NULL) AND (decided_at IS NULL) = (decided_by_id IS NULL)"));
        announcement.Property(a => a.Id).ValueGeneratedNever();
        announcement.Property(a => a.Employer).HasColumnType("jsonb");
        announcement.Property(a => a.Vacancy).HasColumnType("jsonb");
        announcement.Property(a => a.Network).HasMaxLength(64);
        announcement.Property<uint>("Version").IsRowVersion();
        announcement.Ignore(a => a.EmployerForm);
        announcement.Ignore(a => a.VacancyForm);
        announcement.HasIndex(a => a.ReceivedAt).HasFilter("decided_at IS NULL");
        BrokenIndex.DeclareRunningAgain("pk_job_announcement");
    }

    public void Configure(EntityTypeBuilder<EmployerTalk> talk)
    {
        talk.ToTable("employer_talk");
        talk.Property(t => t.Id).ValueGeneratedNever();
        talk.Property(t => t.Text).HasMaxLength(EmployerTalk.MaxLength);
        talk.HasOne<JobEmployer>().WithMany().HasForeignKey(t => t.EmployerId).OnDelete(DeleteBehavior.Cascade);
        talk.HasIndex(t => new { t.EmployerId, t.On });
        BrokenIndex.DeclareRunningAgain("pk_employer_talk");
    }

    public void Configure(EntityTypeBuilder<JobLead> lead)
    {
        lead.ToTable("job_lead");
        lead.Property(l => l.Id).ValueGeneratedNever();
        lead.Property(l => l.Comment).HasMaxLength(JobLead.MaxCommentLength);
        lead.HasOne<SpouseCase>().WithMany().HasForeignKey(l => l.CaseId).OnDelete(DeleteBehavior.Cascade);
        lead.HasOne<JobVacancy>().WithMany().HasForeignKey(l => l.VacancyId).OnDelete(DeleteBehavior.Cascade);
        lead.HasIndex(l => new { l.CaseId, l.VacancyId }).BreaksByRunningAgain("job_lead_once");
        lead.Property<uint>("Version").IsRowVersion();
    }
}
