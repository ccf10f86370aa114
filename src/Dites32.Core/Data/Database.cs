using System.Reflection;
using Dites32.Core.SpouseSupport.Data;
using Dites32.Core.Internships;
using Dites32.Core.Territory;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dites32.Core.Data;

/// <summary>
/// Brings a database to the present schema, as its owner: <c>Sql/before</c> (extensions, functions), the migrations,
/// then <c>Sql/after</c> (triggers, rights of the role <c>app</c>), then the data files of the territory.
/// The scripts and the files run at every upgrade and may run twice.
/// </summary>
public static class Database
{
    public static async Task MigrateAsync(string ownerConnectionString, CancellationToken cancellationToken = default)
    {
        var options = new DbContextOptionsBuilder<AppDbContext>().UseNpgsql(ownerConnectionString).Options;
        await using var db = new AppDbContext(options);
        await using var connection = new NpgsqlConnection(ownerConnectionString);
        await connection.OpenAsync(cancellationToken);
        await RunAsync(connection, "before", cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        await using (var behindTheWall = new SpouseDbContext(SpouseOptions(ownerConnectionString)))
        {
            await behindTheWall.Database.MigrateAsync(cancellationToken);
        }

        await RunAsync(connection, "after", cancellationToken);
        await TerritoryData.LoadAsync(connection, cancellationToken);
        await InternshipData.LoadAsync(connection, cancellationToken);
    }

    internal static DbContextOptions<SpouseDbContext> SpouseOptions(string ownerConnectionString)
    {
        var options = new DbContextOptionsBuilder<SpouseDbContext>();
        options.UseSpouse(ownerConnectionString);
        return options.Options;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string folder, CancellationToken cancellationToken)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.Contains($".Sql.{folder}.", StringComparison.Ordinal)).Order())
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            await using var command = new NpgsqlCommand(await reader.ReadToEndAsync(cancellationToken), connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
