using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.SpouseSupport;

internal sealed class SpouseMapping :
    IEntityTypeConfiguration<SpouseCase>, IEntityTypeConfiguration<SpouseEvent>, IEntityTypeConfiguration<SpouseNote>,
    IEntityTypeConfiguration<SpouseLink>, IEntityTypeConfiguration<SpouseSession>, IEntityTypeConfiguration<SpouseErasure>
{
    public void Configure(EntityTypeBuilder<SpouseCase> file)
    {
        file.ToTable("spouse_case", table =>
        {
            table.HasCheckConstraint("ck_spouse_case_next_step", "(state = 'Closed') = (next_step IS NULL) AND (next_step IS NULL) = (next_step_on IS NULL)");
            table.HasCheckConstraint("ck_spouse_case_consent", "(consented_at IS NULL) = (notice_version IS NULL) AND (consented_at IS NOT NULL OR state IN ('Contact', 'Closed'))");
            table.HasCheckConstraint("ck_spouse_case_rome", "rome_code ~ '^[A-N][0-9]{4}$'");
        });
        file.Property(c => c.Id).ValueGeneratedNever();
        file.Property(c => c.Name).HasMaxLength(SpouseCase.MaxNameLength);
        file.Property(c => c.Email).HasMaxLength(254);
        file.Property(c => c.NormalisedEmail).HasMaxLength(254);
        file.Property(c => c.Phone).HasMaxLength(SpouseCase.MaxPhoneLength);
        file.Property(c => c.DoctorName).HasMaxLength(SpouseCase.MaxNameLength);
        file.Property(c => c.Profession).HasMaxLength(SpouseCase.MaxTextLength);
        file.Property(c => c.RomeCode).HasMaxLength(5);
        file.Property(c => c.InseeCode).HasMaxLength(5);
        file.Property(c => c.Message).HasMaxLength(SpouseCase.MaxMessageLength);
        file.Property(c => c.NextStep).HasMaxLength(SpouseCase.MaxStepLength);
        file.Property(c => c.ByDoctor).HasDefaultValue(false);
        file.Ignore(c => c.IsInvited);
        file.Property<uint>("Version").IsRowVersion();
        file.HasIndex(c => c.NormalisedEmail).BreaksByRunningAgain("spouse_case_email");
        file.HasIndex(c => new { c.OwnerId, c.NextStepOn });
        file.HasIndex(c => c.LastContactAt);
        file.HasIndex(c => c.ErasesOn);
        file.HasMany<SpouseEvent>(nameof(SpouseCase.NewEvents)).WithOne().HasForeignKey(e => e.CaseId).OnDelete(DeleteBehavior.Cascade);
        file.Navigation(nameof(SpouseCase.NewEvents)).HasField("events").UsePropertyAccessMode(PropertyAccessMode.Field);
        BrokenIndex.DeclareRunningAgain("pk_spouse_case");
    }

    public void Configure(EntityTypeBuilder<SpouseEvent> happened)
    {
        happened.ToTable("spouse_event");
        happened.Property(e => e.Id).UseIdentityAlwaysColumn();
        happened.HasIndex(e => new { e.CaseId, e.At });
        BrokenIndex.Declare("fk_spouse_event_spouse_case_case_id", SpouseErrors.NotFound); // its file has just gone
    }

    public void Configure(EntityTypeBuilder<SpouseNote> note)
    {
        note.ToTable("spouse_note");
        note.Property(n => n.Id).ValueGeneratedNever();
        note.Property(n => n.Text).HasMaxLength(SpouseNote.MaxLength);
        note.HasOne<SpouseCase>().WithMany().HasForeignKey(n => n.CaseId).OnDelete(DeleteBehavior.Cascade);
        note.HasIndex(n => new { n.CaseId, n.At });
        BrokenIndex.DeclareRunningAgain("pk_spouse_note");
    }

    public void Configure(EntityTypeBuilder<SpouseLink> link)
    {
        link.ToTable("spouse_link");
        link.Property(l => l.Id).ValueGeneratedNever();
        link.HasOne<SpouseCase>().WithMany().HasForeignKey(l => l.CaseId).OnDelete(DeleteBehavior.Cascade);
        link.Property(l => l.Form).HasColumnType("jsonb");
        link.Ignore(l => l.WaitingForm);
        link.HasIndex(l => l.SecretHash).IsUnique();
        link.HasIndex(l => l.ExpiresAt);
        link.Property<uint>("Version").IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<SpouseSession> session)
    {
        session.ToTable("spouse_session");
        session.Property(s => s.Id).ValueGeneratedNever();
        session.Property(s => s.Browser).HasMaxLength(SpouseSession.MaxBrowserLength);
        session.HasOne<SpouseCase>().WithMany().HasForeignKey(s => s.CaseId).OnDelete(DeleteBehavior.Cascade);
        session.HasIndex(s => s.CaseId);
        session.HasIndex(s => s.OpenedAt);
    }

    public void Configure(EntityTypeBuilder<SpouseErasure> erasure)
    {
        erasure.ToTable("spouse_erasure");
        erasure.Property(e => e.Id).UseIdentityAlwaysColumn();
        erasure.HasIndex(e => e.CaseId);
    }
}
