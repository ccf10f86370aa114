using Dites32.Core.Territory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Candidates;

internal sealed class CandidateMapping : IEntityTypeConfiguration<Candidate>
{
    public void Configure(EntityTypeBuilder<Candidate> candidate)
    {
        candidate.ToTable("candidate", table => table.HasCheckConstraint("ck_candidate_canonical", "canonical_id <> id"));
        candidate.Property(c => c.Name).HasMaxLength(Candidate.MaxNameLength);
        candidate.Property(c => c.Email).HasMaxLength(254);
        candidate.Property(c => c.Phone).HasMaxLength(Candidate.MaxPhoneLength);
        candidate.Property(c => c.Rpps).HasMaxLength(Candidates.Rpps.Length);
        candidate.HasOne<Specialty>().WithMany().HasForeignKey(c => c.SpecialtyCode).OnDelete(DeleteBehavior.Restrict);
        candidate.HasOne<Candidate>().WithMany().HasForeignKey(c => c.CanonicalId).OnDelete(DeleteBehavior.SetNull);
        candidate.HasIndex(c => c.Email);
        candidate.HasIndex(c => c.Rpps).HasFilter("rpps IS NOT NULL");
        candidate.Property<uint>("Version").IsRowVersion();
    }
}
