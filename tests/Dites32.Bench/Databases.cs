using Dites32.Core.Data;
using Dites32.Core.Demo;
using Npgsql;

namespace Dites32.Bench;

/// <summary>The database of the measures, on the development cluster: made once, then used again.</summary>
internal static class Databases
{
    private const string Name = "dites32_bench";
    private const int Offers = 100_000;
    private const int Applications = 200_000;

    public static string Owner(string server) => new NpgsqlConnectionStringBuilder(server) { Database = Name, CommandTimeout = 300 }.ConnectionString;

    public static string App(string server) =>
        new NpgsqlConnectionStringBuilder(server) { Database = Name, Username = "app", Password = "app" }.ConnectionString;

    public static string SpouseIn(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Username = "spouse", Password = "spouse" }.ConnectionString;

    public static async Task PrepareAsync(string server)
    {
        if (await ReadAsync<long>($"{server};Database=postgres", $"SELECT count(*) FROM pg_database WHERE datname = '{Name}'") == 0)
        {
            await ExecuteAsync($"{server};Database=postgres", $"CREATE DATABASE {Name}");
        }

        await Database.MigrateAsync(Owner(server));
        var there = await ReadAsync<long>(Owner(server), "SELECT count(*) FROM offer");
        if (there >= Offers)
        {
            Console.WriteLine($"Database {Name}: {there} offers are there.");
            return;
        }

        Console.WriteLine($"Database {Name}: adding {Offers} offers …");
        var added = await LargeSeed.RunAsync(Owner(server), Offers, Applications, TimeProvider.System);
        Console.WriteLine($"Database {Name}: {added.Offers} offers, {added.Stages} stages, {added.Applications} applications in {added.Elapsed.TotalSeconds:0} s.");
        await ExecuteAsync(Owner(server), "VACUUM (ANALYZE)");
    }

    public static async Task<T> ReadAsync<T>(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public static async Task<List<T>> ListAsync<T>(string connectionString, string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync();
    }
}
