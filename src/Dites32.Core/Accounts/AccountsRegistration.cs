using Dites32.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Core.Accounts;

internal static class AccountsRegistration
{
    public static IdentityBuilder AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<AccountLinks>();
        services.AddSingleton<AccountEmails>();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = Passwords.Iterations);
        return services.AddIdentityCore<Account>()
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<AppDbContext>()
            .AddUserStore<AccountStore>();
    }
}
