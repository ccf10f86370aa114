using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Accounts.Sessions;

internal sealed class AccountSessionMapping : IEntityTypeConfiguration<AccountSession>
{
    public void Configure(EntityTypeBuilder<AccountSession> session)
    {
        session.ToTable("account_session");
        session.Property(s => s.Id).ValueGeneratedNever();
        session.Property(s => s.Browser).HasMaxLength(AccountSession.MaxBrowserLength);
        session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        session.HasIndex(s => s.PublicId).IsUnique();
        session.HasIndex(s => s.EndsAt);
    }
}
