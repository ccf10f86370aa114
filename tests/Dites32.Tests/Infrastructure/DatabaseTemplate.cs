using System.Security.Cryptography;
using System.Text;
using Dites32.Core.Data;
using Dites32.Core.SpouseSupport.Data;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Npgsql;

[assembly: AssemblyFixture(typeof(DatabaseTemplate))]

namespace Dites32.Tests.Infrastructure;

/// <summary>
/// A database with the schema and the reference data, made once per run. Each test clones it, so tests never see each
/// other's rows and run in parallel. Its name holds the migrations and the process: two runs at once never meet.
/// </summary>
public sealed class DatabaseTemplate : IAsyncLifetime
{
    private static readonly string Name = $"dites32_test_{Hash()}_{Environment.ProcessId}";

    /// <summary>The role <c>owner</c> on the test server: it may create databases, and is no superuser.</summary>
    public static string Server { get; } = Environment.GetEnvironmentVariable("DITES32_TEST_SERVER")
        ?? "Host=127.0.0.1;Port=54032;Username=owner;Password=owner";

    public async ValueTask InitializeAsync()
    {
        await DropLeftoversAsync();
        await RunAsync($"CREATE DATABASE {Name}");
        await Database.MigrateAsync($"{Server};Database={Name};Pooling=false");
    }

    public async ValueTask DisposeAsync() => await RunAsync($"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");

    /// <summary>A database of one's own; the answer is the connection string of the role <c>app</c>.</summary>
    public static async Task<string> CloneAsync()
    {
        var clone = $"{Name}_{Guid.NewGuid():N}"; // 63 characters at most
        await RunAsync($"CREATE DATABASE {clone} TEMPLATE {Name} STRATEGY FILE_COPY");
        return new NpgsqlConnectionStringBuilder(Server)
        {
            Database = clone,
            Username = "app",
            Password = "app",
            MaxPoolSize = 8,
        }.ConnectionString;
    }

    /// <summary>The same database, for the role <c>spouse</c>: what Dites32 à 2 opens.</summary>
    public static string SpouseIn(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Username = "spouse", Password = "spouse" }.ConnectionString;

    /// <summary>Keeps a copy of a database that nothing else is connected to, as a backup does; the answer is its name.</summary>
    public static async Task<string> CopyAsync(string connectionString)
    {
        var copy = $"{Name}_{Guid.NewGuid():N}";
        ClearPools(connectionString);
        await RunAsync($"CREATE DATABASE {copy} TEMPLATE {NameIn(connectionString)} STRATEGY FILE_COPY");
        return copy;
    }

    /// <summary>Puts such a copy in the place of the database, as a restore does.</summary>
    public static async Task ReplaceAsync(string connectionString, string copy)
    {
        await DropAsync(connectionString);
        await RunAsync($"ALTER DATABASE {copy} RENAME TO {NameIn(connectionString)}");
    }

    public static async Task DropAsync(string connectionString)
    {
        // Not WITH (FORCE): the owner may not end sessions of the role app. Without it the server waits five seconds for those
        // that end; a request that was cut may take longer to let go of its own.
        for (var attempt = 1; ; attempt++)
        {
            ClearPools(connectionString);
            try
            {
                await RunAsync($"DROP DATABASE IF EXISTS {NameIn(connectionString)}");
                return;
            }
            catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.ObjectInUse && attempt < 4)
            {
            }
        }
    }

    private static string NameIn(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Database!;

    private static void ClearPools(string connectionString)
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(connectionString));
        NpgsqlConnection.ClearPool(new NpgsqlConnection(HotConnections.Of(connectionString)));
        NpgsqlConnection.ClearPool(new NpgsqlConnection(SpouseConnections.Of(SpouseIn(connectionString))));
    }

    /// <summary>Databases of runs that were killed: their process is gone.</summary>
    private static async Task DropLeftoversAsync()
    {
        await using var connection = new NpgsqlConnection($"{Server};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        var names = new List<string>();
        await using (var command = new NpgsqlCommand("SELECT datname FROM pg_database WHERE datname LIKE 'dites32\\_test\\_%'", connection))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                names.Add(reader.GetString(0));
            }
        }

        foreach (var name in names.Where(name => int.TryParse(name.Split('_')[3], out var process) && !Directory.Exists($"/proc/{process}")))
        {
            await using var drop = new NpgsqlCommand($"DROP DATABASE IF EXISTS {name} WITH (FORCE)", connection);
            await drop.ExecuteNonQueryAsync();
        }
    }

    private static string Hash()
    {
        using var db = new AppDbContext(new DbContextOptionsBuilder<AppDbContext>().UseNpgsql(Server).Options);
        using var behindTheWall = new SpouseDbContext(new DbContextOptionsBuilder<SpouseDbContext>().UseNpgsql(Server).Options);
        var migrations = db.Database.GetMigrations().Concat(behindTheWall.Database.GetMigrations());
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', migrations))))[..8];
    }

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"{Server};Database=postgres");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
