using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dites32.Core.Accounts;

internal sealed class SignInThrottleMapping : IEntityTypeConfiguration<SignInThrottle>
{
    public void Configure(EntityTypeBuilder<SignInThrottle> throttle)
    {
        throttle.ToTable("sign_in_throttle");
        throttle.HasKey(t => t.Subject);
        throttle.HasIndex(t => t.LastAt);
    }
}
