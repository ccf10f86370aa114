using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Privacy;

/// <summary>The words of a code: « Locum » in <c>candidate.status</c> is « Remplaçant thésé ». They are those of the pages.</summary>
/// <param name="open">Opens the context whose columns are meant, for its model only.</param>
internal sealed class CodeLabels(Func<DbContext> open)
{
    private readonly Lazy<Dictionary<(string Table, string Column), Func<string, string?>>> columns = new(() => Read(open));

    /// <summary>Null for a column without codes, or a code without words.</summary>
    public string? Of(string table, string column, string code) =>
        columns.Value.TryGetValue((table, column), out var label) ? label(code) : null;

    private static Dictionary<(string Table, string Column), Func<string, string?>> Read(Func<DbContext> open)
    {
        // Labels of an enum stand in a switch beside it, under one of two names.
        var labels = Assembly.GetExecutingAssembly().GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(m => m.Name is "Label" or "PublicLabel" && m.ReturnType == typeof(string) && m.GetParameters() is [{ ParameterType.IsEnum: true }])
            .ToDictionary(m => m.GetParameters()[0].ParameterType);
        using var db = open();
        return db.Model.GetEntityTypes()
            .SelectMany(e => e.GetProperties().Select(p => (Table: e.GetTableName(), Column: p.GetColumnName(), Type: Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType)))
            .Where(p => p.Table is not null && labels.ContainsKey(p.Type))
            .ToDictionary(p => (p.Table!, p.Column), p => new Func<string, string?>(code =>
                Enum.TryParse(p.Type, code, out var value) ? (string?)labels[p.Type].Invoke(null, [value]) : null));
    }
}
