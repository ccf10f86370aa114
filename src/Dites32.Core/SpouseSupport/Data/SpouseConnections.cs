using Dites32.Core.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dites32.Core.SpouseSupport.Data;

/// <summary>How the schema is reached. SQL written by hand names no schema: the connection looks in this one.</summary>
internal static class SpouseConnections
{
    public static string Of(string connectionString) =>
        new NpgsqlConnectionStringBuilder(HotConnections.Of(connectionString)) { SearchPath = $"{SpouseDbContext.Schema},public" }.ConnectionString;

    public static void UseSpouse(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(Of(connectionString), npgsql => npgsql.MigrationsHistoryTable("__EFMigrationsHistory", SpouseDbContext.Schema));
}
