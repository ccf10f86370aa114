using Dites32.Tests.Infrastructure;
using Npgsql;

namespace Dites32.Tests.Data;

/// <summary>What happened stays written: the audit trail and the histories only grow.</summary>
public sealed class AppendOnlyTests : CoreTest
{
    private static readonly string[] Tables = ["audit_entry", "offer_event", "application_event"];

    [Fact]
    public async Task Nobody_changes_or_empties_what_happened_not_even_the_owner_of_the_database()
    {
        var owner = new NpgsqlConnectionStringBuilder(DatabaseTemplate.Server) { Database = new NpgsqlConnectionStringBuilder(ConnectionString).Database, Pooling = false };
        foreach (var connection in new[] { owner.ConnectionString, ConnectionString })
        {
            await using var source = NpgsqlDataSource.Create(connection);
            foreach (var statement in Tables.SelectMany(table => new[] { $"UPDATE {table} SET id = id", $"DELETE FROM {table}", $"TRUNCATE {table} CASCADE" }))
            {
                await using var command = source.CreateCommand(statement);
                var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
                Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
            }
        }
    }
}
