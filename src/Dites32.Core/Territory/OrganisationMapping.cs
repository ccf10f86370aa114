using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Territory;

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.ToTable("organisation", table => table.HasCheckConstraint("ck_organisation_siret", "siret ~ '^[0-9]{14}$'"));
        organisation.Property(o => o.Name).HasMaxLength(Organisation.MaxNameLength);
        organisation.Property(o => o.Siret).HasMaxLength(Organisation.SiretLength);

        // The same form sent twice at once breaks either index: only the handler, run again, can tell it from a second owner.
        organisation.HasIndex(o => o.Siret).BreaksByRunningAgain("ux_organisation_siret");
        organisation.HasIndex(o => o.SubmissionId).BreaksByRunningAgain("ux_organisation_submission");
    }
}
