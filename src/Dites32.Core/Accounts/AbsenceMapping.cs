using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Accounts;

internal sealed class AbsenceMapping : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> absence)
    {
        absence.ToTable("absence", table =>
        {
            table.HasCheckConstraint("ck_absence_days", "\"from\" <= \"to\"");
            table.HasCheckConstraint("ck_absence_deputy", "account_id <> deputy_id");
        });
        absence.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId).OnDelete(DeleteBehavior.Cascade);
        absence.HasOne<Account>().WithMany().HasForeignKey(a => a.DeputyId).OnDelete(DeleteBehavior.Cascade);
        absence.HasIndex(a => new { a.AccountId, a.To });

        // Made in Sql/after, since EF Core has no exclusion constraint. Only the handler, run again, can tell a form sent twice
        // from another absence on the same days, and says what is wrong.
        BrokenIndex.DeclareRunningAgain("ex_absence_overlap");
    }
}
