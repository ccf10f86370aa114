using Dites32.Core.Accounts.SecondFactors;
using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Data;
using Dites32.Core.Jobs;
using Dites32.Core.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Dites32.Core.Accounts;

internal static class AccountsRegistration
{
    public static IdentityBuilder AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<AccountLinks>();
        services.AddSingleton<AccountEmails>();
        services.AddSingleton<SecondStepTokens>();
        services.AddSingleton<SecondFactorSecrets>();
        services.AddScoped<Colleagues>();
        services.AddScoped<IActorGate, SessionGate>();
        services.AddScoped<SessionOpening>();
        services.AddScoped<SecondFactorCheck>();
        services.AddScheduled<SweepSignIns>("0 45 3 * * ?");
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = Passwords.Iterations);
        return services.AddIdentityCore<Account>()
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<AppDbContext>()
            .AddUserStore<AccountStore>();
    }
}
