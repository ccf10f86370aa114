using Dites32.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Accounts.External;

/// <summary>Identity's own table: its provider is the issuer, its key the subject.</summary>
internal sealed class ExternalLoginMapping : IEntityTypeConfiguration<IdentityUserLogin<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> login)
    {
        login.Property(l => l.LoginProvider).HasMaxLength(ExternalIdentity.MaxLength);
        login.Property(l => l.ProviderKey).HasMaxLength(ExternalIdentity.MaxLength);
        login.Property(l => l.ProviderDisplayName).HasMaxLength(ExternalIdentity.MaxLength);
        login.HasIndex(l => new { l.UserId, l.LoginProvider }).BreaksWith("account_user_logins_one_of_each", ExternalErrors.OneOfEach);
        BrokenIndex.Declare("pk_account_user_logins", ExternalErrors.Taken);
    }
}
