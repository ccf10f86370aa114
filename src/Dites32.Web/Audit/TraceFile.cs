using System.Globalization;
using System.Text;
using Dites32.Core.Audit;
using Dites32.Core.Shared;

namespace Dites32.Web.Audit;

/// <summary>Entries of the trail as a French spreadsheet opens them.</summary>
internal static class TraceFile
{
    private static readonly string[] Heading =
        ["Date et heure (Paris)", "Instant (UTC)", "Qui", "Numéro du compte", "Numéro du lien personnel", "Action", "Code", "À propos de", "Numéro", "Pourquoi"];

    public static string NameOf(TraceExport export) => $"traces-dites32-{export.Day.ForMachines()}.csv";

    public static byte[] Of(TraceExport export)
    {
        var text = new StringBuilder();
        Write(text, Heading);
        foreach (var trace in export.Traces)
        {
            Write(text,
            [
                trace.At.ToParis().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), trace.At.ForMachines(), trace.Who, $"{trace.AccountId}", $"{trace.LinkId}",
                trace.ActionLabel, trace.Action, trace.SubjectLabel, $"{trace.SubjectId}", trace.PurposeLabel,
            ]);
        }

        if (export.HasMore)
        {
            Write(text, [$"Seules les {ExportAudit.MaxTraces.ToString("N0", Clock.French)} traces les plus récentes sont ici\u00a0: d'autres, plus anciennes, correspondent aussi. Réduisez la période pour les avoir."]);
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static void Write(StringBuilder text, IEnumerable<string?> cells) => text.AppendJoin(';', cells.Select(Cell)).Append("\r\n");

    /// <summary>A spreadsheet would run what begins like a formula; behind an apostrophe it is text.</summary>
    internal static string Cell(string? value)
    {
        var cell = value is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{value}" : value ?? "";
        return cell.AsSpan().IndexOfAny(";\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
