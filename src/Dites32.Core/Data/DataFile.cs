using System.Reflection;
using Npgsql;

namespace Dites32.Core.Data;

/// <summary>A data file of this assembly: lines of cells between semicolons under the names of their columns, and comments after a #.</summary>
internal static class DataFile
{
    /// <summary>Runs a statement over the whole file: each column becomes an array, the parameter of its name.</summary>
    /// <param name="file">« Territory.Data.epci-gers.csv »</param>
    /// <returns>How many rows were written.</returns>
    public static async Task<int> RunAsync(NpgsqlConnection connection, string sql, string file, CancellationToken cancellationToken)
    {
        var (columns, rows) = await ReadAsync(file, cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var (column, name) in columns.Index())
        {
            command.Parameters.AddWithValue(name, rows.Select(row => row[column]).ToArray());
        }

        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<(string[] Columns, string[][] Rows)> ReadAsync(string file, CancellationToken cancellationToken)
    {
        var name = $"Dites32.Core.{file}";
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The data file {name} is missing."));
        var text = await reader.ReadToEndAsync(cancellationToken);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#')).Select(line => line.Split(';')).ToArray();
        return (lines[0], lines[1..]);
    }
}
