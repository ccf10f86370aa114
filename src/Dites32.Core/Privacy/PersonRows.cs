using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dites32.Core.Privacy;

/// <summary>The rows of one table about a person: what an export shows of them, as JSON.</summary>
internal sealed record PersonRows(string Name, DataTable Table, IReadOnlyList<JsonElement> Rows);

/// <summary>By what the rows of a person are found: the keys that <c>reached-by</c> names.</summary>
internal interface IPersonKeys
{
    /// <summary>The values behind a name of the file.</summary>
    Array Of(string name);
}

internal static class PersonRowsQueries
{
    /// <summary>Every table of the file in its order, with the columns that are exported: a new column needs no code.</summary>
    public static async Task<IReadOnlyList<PersonRows>> RowsOfAsync(
        this DbContext db, PersonalData data, IPersonKeys keys, CancellationToken cancellationToken)
    {
        var all = new List<PersonRows>();
        foreach (var (name, table) in data.Tables.Where(t => t.Value.ReachedBy.Count > 0 && t.Value.Exported.Any()))
        {
            var (condition, parameters) = Condition(table, keys);
            var columns = string.Join(", ", table.Exported.Select(Quote));
#pragma warning disable EF1002 // names come from a file of this assembly, which a test compares with the schema; values are parameters
            var rows = await db.Database.SqlQueryRaw<string>(
                $"""SELECT row_to_json(r)::text AS "Value" FROM (SELECT {columns} FROM {Quote(name)} WHERE {condition} ORDER BY {Order(table)}) r""", parameters)
                .ToListAsync(cancellationToken);
#pragma warning restore EF1002
            all.Add(new PersonRows(name, table, [.. rows.Select(r => JsonDocument.Parse(r).RootElement)]));
        }

        return all;
    }

    /// <summary>« (about_id = ANY(…) AND to_hash = ANY(…)) OR … »</summary>
    public static (string Sql, object[] Parameters) Condition(DataTable table, IPersonKeys keys)
    {
        var parameters = new List<object>();
        var ways = table.ReachedBy.Select(way => string.Join(" AND ", way.Select(column =>
        {
            parameters.Add(new NpgsqlParameter { ParameterName = $"p{parameters.Count}", Value = keys.Of(column.Value) });
            return $"{Quote(column.Key)} = ANY(@p{parameters.Count - 1})";
        })));
        var sql = string.Join(" OR ", ways.Select(way => $"({way})"));
        return (sql, [.. parameters]);
    }

    /// <summary>Ids follow the time of their rows.</summary>
    private static string Order(DataTable table) => table.AllColumns.Contains("id") ? "id" : string.Join(", ", table.Exported.Select(Quote));

    private static string Quote(string name) => $"\"{name}\"";
}
