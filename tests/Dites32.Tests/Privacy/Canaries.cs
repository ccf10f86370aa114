using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dites32.Core.Data;
using Dites32.Core.Privacy;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dites32.Tests.Privacy;

/// <summary>A text that stands nowhere else, in a column about a person.</summary>
internal sealed record Canary(string Table, string Column, string Text);

/// <summary>
/// Fills the personal columns of every row there is, as the owner of the database: a column added tomorrow is filled too.
/// Texts get one of their own; what is empty otherwise gets a value. Codes, references and addresses by which rows are
/// found keep what they have, and so does what a constraint holds to.
/// </summary>
internal static class Canaries
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="of">Only rows that these keys reach.</param>
    public static async Task<IReadOnlyList<Canary>> PutAsync(CoreTest test, string connectionString, string address, PersonKeys? of = null)
    {
        var codes = await test.InDatabaseAsync(db => Task.FromResult(CodesOf(db)));
        var owner = new NpgsqlConnectionStringBuilder(DatabaseTemplate.Server) { Database = new NpgsqlConnectionStringBuilder(connectionString).Database, Pooling = false };
        await using var connection = new NpgsqlConnection(owner.ConnectionString);
        await connection.OpenAsync(Stop);
        var canaries = new List<Canary>();
        foreach (var (name, table) in PersonalData.Current.Tables.Where(t => t.Value.ReachedBy.Count > 0))
        {
            await RunAsync(connection, $"ALTER TABLE \"{name}\" DISABLE TRIGGER USER");
            var (where, parameters) = of is null ? ("true", []) : PersonRowsQueries.Condition(table, of);
            foreach (var (column, type) in (await TypesAsync(connection, name)).Where(c => table.Columns.ContainsKey(c.Key) && !codes.Contains($"{name}.{c.Key}")))
            {
                var text = $"cn{canaries.Count.ToString("0000", CultureInfo.InvariantCulture)}x";
                var values = await ValuesAsync(connection, name, column);
                var set = type switch
                {
                    _ when values.Contains(address) => null,
                    "character varying" or "text" => $"'{text}'",
                    "jsonb" when values.Count > 0 => $"jsonb_set(\"{column}\", '{{{FirstTextOf(values[0])}}}', '\"{text}\"')",
                    "timestamp with time zone" => $"coalesce(\"{column}\", '2026-03-02 08:00:00+00')",
                    "date" => $"coalesce(\"{column}\", '2026-03-02')",
                    "uuid" => $"coalesce(\"{column}\", gen_random_uuid())",
                    _ => null,
                };
                if (set is not null && await TryAsync(connection, $"UPDATE \"{name}\" SET \"{column}\" = {set} WHERE {where}", parameters) && set.Contains(text, StringComparison.Ordinal))
                {
                    canaries.Add(new Canary(name, column, text));
                }
            }

            await RunAsync(connection, $"ALTER TABLE \"{name}\" ENABLE TRIGGER USER");
        }

        return canaries;
    }

    /// <summary>Columns whose text is a code of an enum, or leads to another row.</summary>
    private static HashSet<string> CodesOf(AppDbContext db) =>
        [.. db.Model.GetEntityTypes().SelectMany(e => e.GetProperties()
            .Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType).IsEnum || p.IsForeignKey())
            .Select(p => $"{e.GetTableName()}.{p.GetColumnName()}"))];

    private static string FirstTextOf(string json) =>
        JsonNode.Parse(json)!.AsObject().First(p => p.Value is JsonValue value && value.GetValueKind() == JsonValueKind.String).Key;

    private static async Task<List<string>> ValuesAsync(NpgsqlConnection connection, string table, string column)
    {
        await using var command = new NpgsqlCommand($"SELECT DISTINCT to_jsonb(\"{column}\") #>> '{{}}' FROM \"{table}\" WHERE \"{column}\" IS NOT NULL", connection);
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var values = new List<string>();
        while (await reader.ReadAsync(Stop))
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }

    private static async Task<Dictionary<string, string>> TypesAsync(NpgsqlConnection connection, string table)
    {
        await using var command = new NpgsqlCommand("SELECT column_name, data_type FROM information_schema.columns WHERE table_name = $1", connection) { Parameters = { new() { Value = table } } };
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var types = new Dictionary<string, string>();
        while (await reader.ReadAsync(Stop))
        {
            types[reader.GetString(0)] = reader.GetString(1);
        }

        return types;
    }

    private static async Task<bool> TryAsync(NpgsqlConnection connection, string sql, object[] parameters)
    {
        try
        {
            return await RunAsync(connection, sql, parameters) > 0;
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.CheckViolation or PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }

    private static async Task<int> RunAsync(NpgsqlConnection connection, string sql, params object[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters.Cast<NpgsqlParameter>().Select(p => p.Clone()).ToArray());
        return await command.ExecuteNonQueryAsync(Stop);
    }
}
