using Dites32.Core.Accounts;
using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Offers;

internal sealed class OfferQuestionMapping : IEntityTypeConfiguration<OfferQuestion>
{
    public void Configure(EntityTypeBuilder<OfferQuestion> question)
    {
        question.ToTable("offer_question", table => table.HasCheckConstraint(
            "ck_offer_question_answered", "num_nulls(answer, answered_at, answered_by_id) IN (0, 3)"));
        question.Property(q => q.Name).HasMaxLength(OfferQuestion.MaxNameLength);
        question.Property(q => q.Email).HasMaxLength(254);
        question.Property(q => q.Text).HasMaxLength(OfferQuestion.MaxTextLength);
        question.Property(q => q.Answer).HasMaxLength(OfferQuestion.MaxTextLength);
        question.HasOne<Offer>().WithMany().HasForeignKey(q => q.OfferId).OnDelete(DeleteBehavior.Restrict);
        question.HasOne<Account>().WithMany().HasForeignKey(q => q.AnsweredById).OnDelete(DeleteBehavior.Restrict);
        question.HasIndex(q => q.SubmissionId).BreaksByRunningAgain("ix_offer_question_submission_id");
        question.HasIndex(q => new { q.AskedAt, q.Id }).HasFilter("answered_at IS NULL").HasDatabaseName("ix_offer_question_waiting");

        // Two recruiters cannot answer the same question unseen.
        question.Property<uint>("Version").IsRowVersion();
    }
}
