using Dites32.Core.Accounts;
using Dites32.Core.Data;
using Dites32.Core.Offers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Applications;

internal sealed class ApplicationMapping :
    IEntityTypeConfiguration<Application>, IEntityTypeConfiguration<ApplicationEvent>, IEntityTypeConfiguration<ApplicationNote>,
    IEntityTypeConfiguration<ApplicationDraft>, IEntityTypeConfiguration<PersonalLink>
{
    /// <summary>The message and the wishes in plain letters, after a space.</summary>
    public const string Search = "Search";

    public void Configure(EntityTypeBuilder<Application> application)
    {
        application.ToTable("application", table =>
        {
            table.HasCheckConstraint("ck_application_decided", "(decided_at IS NOT NULL) = (category IN ('InPost', 'Refused', 'Withdrawn', 'Closed'))");
            table.HasCheckConstraint("ck_application_reason", "(reason IS NOT NULL) = (category IN ('Refused', 'Closed'))");
            table.HasCheckConstraint("ck_application_due", "(answer_due_on IS NULL) = (category IN ('InPost', 'Refused', 'Withdrawn', 'Closed'))");
            table.HasCheckConstraint("ck_application_take_back", "(take_back_until IS NULL) = (former_stage_id IS NULL)");
            table.HasCheckConstraint("ck_application_wishes", "offer_id IS NOT NULL OR wishes IS NOT NULL");
        });
        application.Property(a => a.Message).HasMaxLength(Application.MaxMessageLength);
        application.Property(a => a.NormalisedEmail).HasMaxLength(254);
        application.Property(a => a.Wishes).AsJson();
        application.Ignore(a => a.InPoolSince);
        application.HasOne(a => a.Offer).WithMany().HasForeignKey(a => a.OfferId).OnDelete(DeleteBehavior.Restrict);
        application.HasOne(a => a.Candidate).WithMany().HasForeignKey(a => a.CandidateId).OnDelete(DeleteBehavior.Restrict);
        application.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId).OnDelete(DeleteBehavior.SetNull);
        application.HasOne<Stage>().WithMany().HasForeignKey(a => a.StageId).OnDelete(DeleteBehavior.Restrict);
        BrokenIndex.Declare("fk_application_stage_stage_id", OfferErrors.StageInUse);
        application.HasMany(a => a.History).WithOne().HasForeignKey(e => e.ApplicationId).OnDelete(DeleteBehavior.Cascade);
        application.HasIndex(a => a.SubmissionId).BreaksByRunningAgain("ix_application_submission_id");

        // One live application per offer and address; whoever withdrew may apply again.
        application.HasIndex(a => new { a.OfferId, a.NormalisedEmail })
            .HasFilter("category <> 'Withdrawn'")
            .AreNullsDistinct(false)
            .BreaksByRunningAgain("ix_application_live");

        // The columns of the board, their counts (the index of the live ones knows nothing of those withdrawn), and the late ones.
        application.HasIndex(a => new { a.OfferId, a.StageId });
        application.HasIndex(a => new { a.StageId, a.SubmittedAt, a.Id });
        application.HasIndex(a => a.AnswerDueOn).HasFilter("answer_due_on IS NOT NULL");
        application.HasIndex(a => a.CandidateId);
        application.HasIndex(a => a.NormalisedEmail).HasDatabaseName("ix_application_email");

        // Words, or parts of words, of what the person wrote.
        application.Property<string>(Search).HasComputedColumnSql(
            "public.plain(' ' || message || ' ' || coalesce(wishes ->> 'Where', '') || ' ' || coalesce(wishes ->> 'What', ''))", stored: true);
        application.HasIndex(Search).HasMethod("gin").HasOperators("gin_trgm_ops").HasDatabaseName("ix_application_search");

        // PostgreSQL changes xmin at every update: two recruiters cannot move the same card unseen.
        application.Property<uint>("Version").IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<ApplicationEvent> happened)
    {
        happened.ToTable("application_event");
        happened.HasIndex(e => new { e.ApplicationId, e.Id });
    }

    public void Configure(EntityTypeBuilder<ApplicationNote> note)
    {
        note.ToTable("application_note");
        note.Property(n => n.Text).HasMaxLength(ApplicationNote.MaxLength);
        note.HasOne<Application>().WithMany().HasForeignKey(n => n.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        note.HasOne<Account>().WithMany().HasForeignKey(n => n.AuthorId).OnDelete(DeleteBehavior.Restrict);
        note.HasIndex(n => n.SubmissionId).BreaksByRunningAgain("ix_application_note_submission_id");
    }

    public void Configure(EntityTypeBuilder<ApplicationDraft> draft)
    {
        draft.ToTable("application_draft");
        draft.Property(d => d.Name).HasMaxLength(120);
        draft.Property(d => d.Email).HasMaxLength(254);
        draft.Property(d => d.Phone).HasMaxLength(20);
        draft.Property(d => d.Rpps).HasMaxLength(11);
        draft.Property(d => d.Message).HasMaxLength(Application.MaxMessageLength);
        draft.Property(d => d.Wishes).AsJson();
        draft.HasOne<Offer>().WithMany().HasForeignKey(d => d.OfferId).OnDelete(DeleteBehavior.Restrict);
        draft.HasOne<Application>().WithMany().HasForeignKey(d => d.ApplicationId).OnDelete(DeleteBehavior.SetNull);
        draft.HasIndex(d => d.ExpiresAt);
        draft.HasKey(d => d.Id).HasName("pk_application_draft");
        BrokenIndex.DeclareRunningAgain("pk_application_draft");
        draft.Property<uint>("Version").IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<PersonalLink> link)
    {
        link.ToTable("personal_link", table => table.HasCheckConstraint("ck_personal_link_one", "(draft_id IS NULL) <> (application_id IS NULL)"));
        link.HasOne<ApplicationDraft>().WithMany().HasForeignKey(l => l.DraftId).OnDelete(DeleteBehavior.Cascade);
        link.HasOne<Application>().WithMany().HasForeignKey(l => l.ApplicationId).OnDelete(DeleteBehavior.Cascade);
        link.HasIndex(l => l.SecretHash).IsUnique();
    }
}
