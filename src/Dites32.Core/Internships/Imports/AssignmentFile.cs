using Dites32.Core.Shared;

namespace Dites32.Core.Internships;

/// <param name="IsTooLong">It has more cells than the file has columns: something is shifted.</param>
internal sealed record AssignmentFileLine(
    int Number, string Name, string Email, string Phone, string Faculty, string Residency, string EnteredOn, string Placement, string Slot, string InExcess, bool IsTooLong);

/// <summary>
/// The file of a semester's assignments: an intern a line. Columns are found by their names, in any order, however they are
/// written; others are left unread.
/// </summary>
internal sealed record AssignmentFile(IReadOnlyList<AssignmentFileLine> Lines, IReadOnlyList<string> UnreadColumns)
{
    public const int MaxBytes = 1 << 20, MaxLines = 2000;

    private static readonly string[] Required = ["nom", "courriel", "terrain", "creneau"];
    private static readonly string[] Known = [.. Required, "telephone", "faculte", "maquette", "entree", "surnombre"];

    public static Result<AssignmentFile> Read(string text)
    {
        var read = CsvText.Read(text);
        if (read.Error is not null)
        {
            return read.Error;
        }

        var names = read.Value.Count == 0 ? [] : read.Value[0].Cells.Select(PlainText.Words).ToList();
        var known = names.Where(Known.Contains).ToList();
        return Required.Except(known).Any() ? AssignmentImportErrors.NoHeader
            : known.Distinct().Count() < known.Count ? AssignmentImportErrors.SameColumns
            : read.Value.Count == 1 ? AssignmentImportErrors.NoLine
            : read.Value.Count - 1 > MaxLines ? AssignmentImportErrors.TooManyLines
            : new AssignmentFile(
                [.. read.Value.Skip(1).Select(line => LineOf(line, names))],
                [.. read.Value[0].Cells.Select(PlainText.Clean).Where((cell, index) => cell.Length > 0 && !known.Contains(names[index]))]);
    }

    private static AssignmentFileLine LineOf(CsvLine line, List<string> names)
    {
        string Cell(string name) => names.IndexOf(name) is >= 0 and var index && index < line.Cells.Count ? PlainText.Clean(line.Cells[index]) : "";
        return new AssignmentFileLine(
            line.Number, Cell("nom"), Cell("courriel"), Cell("telephone"), Cell("faculte"), Cell("maquette"), Cell("entree"), Cell("terrain"), Cell("creneau"),
            Cell("surnombre"), line.Cells.Skip(names.Count).Any(c => !string.IsNullOrWhiteSpace(c)));
    }
}
