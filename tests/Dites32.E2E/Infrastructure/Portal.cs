using Dites32.Core;
using Dites32.Core.Accounts;
using Dites32.Core.Accounts.SecondFactors;
using Dites32.Core.Data;
using Dites32.Core.Demo;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Dites32.E2E.Infrastructure;

/// <summary>A portal of its own: the application with the demo in its database, and the post office that gets its mails.</summary>
public sealed class Portal : IAsyncLifetime
{
    private static readonly TimeSpan MailPatience = TimeSpan.FromSeconds(30);
    private string connectionString = "";
    private SmtpSink sink = null!;
    private ServiceProvider core = null!;

    public AppProcess App { get; private set; } = null!;

    public string Address => App.Address;

    public async ValueTask InitializeAsync()
    {
        connectionString = new NpgsqlConnectionStringBuilder(await DatabaseTemplate.CloneAsync()) { MaxPoolSize = 20 }.ConnectionString;
        await DemoSeed.RunAsync(OwnerConnectionString, TimeProvider.System);
        sink = new SmtpSink();
        App = new AppProcess(connectionString, sink.Port);
        await App.StartAsync();
        core = CoreOn(connectionString);
        using var client = new HttpClient();
        (await client.GetAsync(Address)).EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await core.DisposeAsync();
        await sink.DisposeAsync();
        await DatabaseTemplate.DropAsync(connectionString);
    }

    /// <summary>Another instance of the application on the same database, behind the same public address.</summary>
    public async Task<AppProcess> SecondInstanceAsync()
    {
        var second = new AppProcess(connectionString, sink.Port, new Dictionary<string, string> { ["Portal__PublicAddress"] = Address });
        await second.StartAsync();
        return second;
    }

    /// <summary>An account of the test's own, with the demo's password; its address.</summary>
    internal async Task<string> NewcomerAsync(Role role)
    {
        var email = $"{Guid.NewGuid():N}@demo.dites32.example";
        await InDatabaseAsync(db =>
        {
            var account = AccountFactory.Create(email, "Nouvelle Venue", DemoAccounts.Password);
            db.Add(account);
            db.AddRange(AccountFactory.Roles(account, role));
            return db.SaveChangesAsync();
        });
        return email;
    }

    /// <summary>Gives an account of the staff a telephone, and answers with what it shows; null for the others, who need none.</summary>
    internal Task<string?> CodeOfAsync(string email) => InDatabaseAsync(async db =>
    {
        var account = await db.Users.SingleAsync(a => a.Email == email);
        if ((await db.RolesOfAsync(account.Id, CancellationToken.None)).All(role => role == Role.Candidate))
        {
            return null;
        }

        var secret = SecondFactorSecrets.Draw();
        await db.SecondFactors.Where(f => f.AccountId == account.Id).ExecuteDeleteAsync();
        db.Add(SecondFactor.For(account.Id, core.GetRequiredService<SecondFactorSecrets>().Protect(secret), 0, DateTimeOffset.UtcNow));
        await db.SaveChangesAsync();
        return SecondFactorSecrets.CodeAt(secret, DateTimeOffset.UtcNow);
    });

    internal async Task<T> InDatabaseAsync<T>(Func<AppDbContext, Task<T>> run)
    {
        await using var db = new AppDbContext(new DbContextOptionsBuilder<AppDbContext>().UseNpgsql(OwnerConnectionString).Options);
        return await run(db);
    }

    internal async Task<T> BehindTheWallAsync<T>(Func<SpouseDbContext, Task<T>> run)
    {
        await using var db = new SpouseDbContext(Database.SpouseOptions(OwnerConnectionString));
        return await run(db);
    }

    /// <summary>The first mail to this address with these words in its subject, once it has arrived.</summary>
    public async Task<ReceivedMail> MailAsync(string to, string subject)
    {
        using var patience = new CancellationTokenSource(MailPatience);
        while (true)
        {
            if (sink.Mails.FirstOrDefault(m => m.Recipient == to && m.Header("Subject").Contains(subject, StringComparison.Ordinal)) is { } mail)
            {
                return mail;
            }

            try
            {
                await sink.NextAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"No mail « {subject} » to {to}. Arrived: {string.Join(", ", sink.Mails.Select(m => $"{m.Recipient} « {m.Header("Subject")} »"))}\n{App.Output}");
            }
        }
    }

    /// <summary>The same keys as the application: what it encrypts can be read, and the reverse.</summary>
    private static ServiceProvider CoreOn(string connectionString)
    {
        var settings = new Dictionary<string, string?> { ["ConnectionStrings:Dites32"] = connectionString, ["ConnectionStrings:Dites32Spouse"] = DatabaseTemplate.SpouseIn(connectionString), ["Background:Enabled"] = "false", ["Portal:PublicAddress"] = "https://dites32.example" };
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDites32Core(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        return services.BuildServiceProvider();
    }

    private string OwnerConnectionString => new NpgsqlConnectionStringBuilder(DatabaseTemplate.Server)
    {
        Database = new NpgsqlConnectionStringBuilder(connectionString).Database,
        Pooling = false,
    }.ConnectionString;
}
