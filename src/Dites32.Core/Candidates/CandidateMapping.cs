using Dites32.Core.Territory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Candidates;

internal sealed class CandidateMapping : IEntityTypeConfiguration<Candidate>
{
    /// <summary>Name, address and RPPS number in plain letters, after a space: « % du% » finds a word that begins so.</summary>
    public const string Search = "Search";

    public void Configure(EntityTypeBuilder<Candidate> candidate)
    {
        candidate.ToTable("candidate", table =>
        {
            table.HasCheckConstraint("ck_candidate_canonical", "canonical_id <> id");
            table.HasCheckConstraint(
                "ck_candidate_rpps", "(rpps_verified_at IS NULL) = (rpps_verified_by IS NULL) AND (rpps IS NOT NULL OR rpps_verified_at IS NULL)");
        });
        candidate.Property(c => c.Name).HasMaxLength(Candidate.MaxNameLength);
        candidate.Property(c => c.Email).HasMaxLength(254);
        candidate.Property(c => c.Phone).HasMaxLength(Candidate.MaxPhoneLength);
        candidate.Property(c => c.Rpps).HasMaxLength(Candidates.Rpps.Length);
        candidate.HasOne<Specialty>().WithMany().HasForeignKey(c => c.SpecialtyCode).OnDelete(DeleteBehavior.Restrict);
        candidate.HasOne<Candidate>().WithMany().HasForeignKey(c => c.CanonicalId).OnDelete(DeleteBehavior.SetNull);
        candidate.HasIndex(c => c.Email);
        candidate.HasIndex(c => c.Phone);
        candidate.HasIndex(c => c.Rpps).HasFilter("rpps IS NOT NULL");
        candidate.Property<string>(Search).HasComputedColumnSql("public.plain(' ' || name || ' ' || email || ' ' || coalesce(rpps, ''))", stored: true);
        candidate.HasIndex(Search).HasMethod("gin").HasOperators("gin_trgm_ops").HasDatabaseName("ix_candidate_search");
        candidate.Property<uint>("Version").IsRowVersion();
    }
}
