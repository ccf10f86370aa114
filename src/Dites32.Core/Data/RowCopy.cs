using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;

namespace Dites32.Core.Data;

/// <summary>
/// Writes many rows of one entity by binary COPY. The columns are those of the EF Core model, so that they never drift
/// from it; numbers and generated columns are left to PostgreSQL.
/// </summary>
internal sealed class RowCopy<T>
{
    private readonly string command;
    private readonly Column[] columns;

    /// <param name="leftOut">Properties that stay null.</param>
    public RowCopy(IModel model, params string[] leftOut)
    {
        var entity = model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is no entity.");
        columns = [.. entity.GetProperties()
            .Where(p => !p.ValueGenerated.HasFlag(ValueGenerated.OnUpdate) && !IsNumbered(p) && !leftOut.Contains(p.Name))
            .Select(p => new Column(
                p.GetColumnName(),
                ((RelationalTypeMapping)p.GetTypeMapping()).StoreTypeNameBase,
                p.PropertyInfo ?? throw new InvalidOperationException($"{typeof(T).Name}.{p.Name} has no property to read."),
                p.GetTypeMapping().Converter))];
        command = $"COPY {entity.GetTableName()} ({string.Join(", ", columns.Select(c => c.Name))}) FROM STDIN (FORMAT BINARY)";
    }

    /// <returns>How many rows were written.</returns>
    public async Task<long> WriteAsync(NpgsqlConnection connection, IEnumerable<T> rows, CancellationToken cancellationToken)
    {
        await using var import = await connection.BeginBinaryImportAsync(command, cancellationToken);
        import.Timeout = TimeSpan.FromMinutes(10);
        foreach (var row in rows)
        {
            await import.StartRowAsync(cancellationToken);
            foreach (var column in columns)
            {
                var value = column.Property.GetValue(row);
                if (column.Converter is { } converter)
                {
                    value = converter.ConvertToProvider(value);
                }

                await (value is null ? import.WriteNullAsync(cancellationToken) : import.WriteAsync(value, column.Type, cancellationToken));
            }
        }

        return (long)await import.CompleteAsync(cancellationToken);
    }

    private static bool IsNumbered(IProperty property) =>
        property.ValueGenerated == ValueGenerated.OnAdd && (property.ClrType == typeof(int) || property.ClrType == typeof(long));

    private sealed record Column(string Name, string Type, PropertyInfo Property, ValueConverter? Converter);
}
