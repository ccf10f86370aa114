using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Dites32.Core.Documents;
using Dites32.Core.Shared;

namespace Dites32.Core.Privacy;

/// <summary>The page of an archive that a person reads: what there is, why, for how long, and what was left out.</summary>
internal sealed class ArchivePage(
    PersonalData data, IReadOnlyList<PersonRows> rows, IReadOnlyDictionary<string, string> names, IReadOnlyList<DocumentSummary> documents, DateTimeOffset now)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All); // accents stay as they are

    private readonly StringBuilder html = new();

    public byte[] Write()
    {
        html.Append("""
            <!DOCTYPE html>
            <html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mes données – Dites32</title>
            <style>
            body{max-width:48rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 system-ui,sans-serif;color:#16263a;background:#fbf8f3}
            h2{margin-top:3rem;border-bottom:2px solid #1f4e79}dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.2rem 1rem;padding:1rem;background:#fff;border:1px solid #c5d5e5}
            dt{color:#45556a}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
            </style></head><body>

            """);
        html.Append(Clock.French, $"<h1>Mes données dans Dites32</h1><p>Au {now.InWords()}. Le fichier <code>donnees.json</code> contient les mêmes, pour un logiciel.</p>\n");
        foreach (var table in rows.Where(t => t.Rows.Count > 0))
        {
            WriteTable(table);
        }

        WriteDocuments();
        WriteLeftOut();
        html.Append("</body></html>\n");
        return Encoding.UTF8.GetBytes(html.ToString());
    }

    private void WriteTable(PersonRows table)
    {
        var purpose = data.Purposes[table.Table.Purpose!];
        html.Append(Clock.French, $"<h2>{Text(table.Table.Title)}</h2><p>{Text(purpose.WhatFor)} {Text(purpose.Basis)}. Durée&nbsp;: {Text(InASentence(purpose.Retention))}.</p>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<dl>");
            foreach (var column in row.EnumerateObject().Where(c => c.Value.ValueKind != JsonValueKind.Null))
            {
                html.Append(Clock.French, $"<dt>{Text(table.Table.Columns[column.Name])}</dt><dd>{Text(Value(table.Name, column))}</dd>");
            }

            html.Append("</dl>\n");
        }
    }

    private void WriteDocuments()
    {
        if (documents.Count > 0)
        {
            html.Append("<h2>Fichiers</h2><ul>");
            foreach (var document in documents)
            {
                var path = string.Join('/', PersonalArchive.PathOf(document).Split('/').Select(Uri.EscapeDataString));
                html.Append(Clock.French, $"<li><a href=\"{Text(path)}\">{Text(document.FileName)}</a></li>");
            }

            html.Append("</ul>\n");
        }
    }

    private void WriteLeftOut()
    {
        html.Append("<h2>Ce que cette archive ne contient pas</h2><ul>");
        foreach (var table in data.Tables.Values)
        {
            foreach (var (column, why) in table.NotExported)
            {
                html.Append(Clock.French, $"<li>{Text(table.Title)}, {Text(InASentence(table.Columns[column]))}&nbsp;: {Text(why)}</li>");
            }
        }

        html.Append("</ul>\n");
    }

    /// <summary>Dates, codes and numbers of rows in words where there are some.</summary>
    private string Value(string table, JsonProperty column)
    {
        var value = column.Value;
        return value.ValueKind switch
        {
            JsonValueKind.True => "oui",
            JsonValueKind.False => "non",
            JsonValueKind.String => InWords(table, column.Name, value.GetString()!),
            _ => value.GetRawText(),
        };
    }

    private string InWords(string table, string column, string text) =>
        column.EndsWith("_id", StringComparison.Ordinal) || column == "specialty_code" ? names.GetValueOrDefault(text, text)
        : data.Labels.Of(table, column, text) is { } label ? label
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.InWords()
        : text.Length > 18 && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var instant) ? instant.InWords()
        : text;

    private static string Text(string text) => Encoder.Encode(text);

    private static string InASentence(string text) => char.ToLower(text[0], Clock.French) + text[1..];
}
