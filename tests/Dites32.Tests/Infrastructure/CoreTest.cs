using Dites32.Core;
using Dites32.Core.Accounts;
using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Dites32.Tests.Infrastructure;

/// <summary>Sends requests to the real handlers, on a real PostgreSQL of their own, at a fixed time.</summary>
public abstract class CoreTest : IAsyncLifetime
{
    private ServiceProvider services = null!;

    protected string ConnectionString { get; private set; } = "";

    /// <summary>The same database, for the role that owns the schema.</summary>
    protected string OwnerConnectionString => new NpgsqlConnectionStringBuilder(DatabaseTemplate.Server)
    {
        Database = new NpgsqlConnectionStringBuilder(ConnectionString).Database,
        Pooling = false,
    }.ConnectionString;

    protected internal FixedClock Clock { get; } = new();

    protected internal IServiceProvider Services => services;

    public virtual async ValueTask InitializeAsync()
    {
        ConnectionString = await DatabaseTemplate.CloneAsync();
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddDites32Core(new ConfigurationBuilder().AddInMemoryCollection(Settings()).Build());
        Register(collection);
        services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public virtual async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await DatabaseTemplate.DropAsync(ConnectionString);
        GC.SuppressFinalize(this);
    }

    /// <summary>What a test adds to the portal's services, or puts in their place.</summary>
    protected virtual void Register(IServiceCollection collection)
    {
    }

    protected virtual Dictionary<string, string?> Settings() => new()
    {
        ["ConnectionStrings:Dites32"] = ConnectionString,
        ["ConnectionStrings:Dites32Spouse"] = DatabaseTemplate.SpouseIn(ConnectionString),
        ["Portal:PublicAddress"] = "https://dites32.example",
        ["DataProtection:CertificateFile"] = TestCertificate.File,
        ["DataProtection:CertificatePassword"] = TestCertificate.Password,
        ["Retention:RefusedMonths"] = "3",
        ["Retention:InPostMonths"] = "24",
        ["Retention:DormantMonths"] = "24",
        ["Retention:PoolMonths"] = "24",
        ["Retention:QuestionMonths"] = "12",
        ["Retention:InternMonths"] = "36",
        ["Retention:SpouseMonths"] = "24",
        ["Retention:NoticeDays"] = "30",
        ["Offers:PagesKeptSeconds"] = "0", // tests save rows behind the portal's back
    };

    protected internal Task<TResponse> SendAsync<TResponse>(Actor actor, IRequest<TResponse> request) =>
        services.GetRequiredService<IDispatcher>().SendAsync(actor, request, TestContext.Current.CancellationToken);

    /// <summary>Runs in a scope of its own, as a request does: nothing comes from a change tracker.</summary>
    internal async Task<T> InDatabaseAsync<T>(Func<AppDbContext, Task<T>> run)
    {
        await using var scope = services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }

    internal Task SaveAsync(params object[] entities) => InDatabaseAsync(db =>
    {
        db.AddRange(entities);
        return db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    protected Task<int> RunAsOwnerAsync(string sql) => RunAsync(OwnerConnectionString, sql);

    protected Task<int> RunAsAppAsync(string sql) => RunAsync(ConnectionString, sql);

    /// <summary>One value, read by the owner of the schema.</summary>
    protected async Task<T> AskOwnerAsync<T>(string sql)
    {
        await using var source = NpgsqlDataSource.Create(OwnerConnectionString);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static async Task<int> RunAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 300;
        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Someone with an account and these roles.</summary>
    protected async Task<Actor> SomeoneAsync(params Role[] roles)
    {
        var account = Account.Confirmed($"{Guid.NewGuid():N}@example.org", "Camille Essai", passwordHash: null);
        await SaveAsync([account, .. AccountFactory.Roles(account, roles)]);
        return Actor.Account(account.Id, roles);
    }
}
