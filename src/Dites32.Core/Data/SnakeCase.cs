using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dites32.Core.Data;

/// <summary>Tables, columns, keys and indexes are named in snake_case, so that SQL written by hand needs no quotes.</summary>
internal static partial class SnakeCase
{
    public static void UseSnakeCase(this ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => !e.IsMappedToJson()))
        {
            if (entity.GetViewName() is null) // a view is no table, and is made by Sql/after
            {
                entity.SetTableName(Convert(entity.GetTableName()?.Replace("AspNet", "Account", StringComparison.Ordinal)));
            }

            foreach (var property in entity.GetProperties())
            {
                // Npgsql maps row versions to PostgreSQL's own xmin, but only where nobody has named the column.
                property.SetColumnName(IsRowVersion(property) ? "xmin" : Convert(property.GetColumnName()));
            }

            foreach (var key in entity.GetKeys())
            {
                key.SetName(Convert(key.GetName()));
            }

            foreach (var key in entity.GetForeignKeys())
            {
                key.SetConstraintName(Convert(key.GetConstraintName()));
            }

            foreach (var index in entity.GetIndexes())
            {
                index.SetDatabaseName(Convert(index.GetDatabaseName()));
            }
        }
    }

    private static bool IsRowVersion(IReadOnlyProperty property) =>
        property is { IsConcurrencyToken: true, ValueGenerated: ValueGenerated.OnAddOrUpdate } && property.ClrType == typeof(uint);

    private static string? Convert(string? name) =>
        name is null ? null : WordStart().Replace(name, "$1_$2").ToLowerInvariant();

    [GeneratedRegex("([a-z0-9])([A-Z])")]
    private static partial Regex WordStart();
}
