using Dites32.Core.Shared;

namespace Dites32.Core.SpouseSupport;

/// <param name="Vacancy">Null for a line that names an employer only.</param>
/// <param name="IsTooLong">It has more cells than the file has columns: something is shifted.</param>
internal sealed record JobFileLine(int Number, JobEmployerForm Employer, JobVacancyForm? Vacancy, bool IsTooLong);

/// <summary>
/// The file of employers and posts: a line each, with an employer and, where there is one, a post. Columns are found by
/// their names, in any order, however they are written; others are left unread.
/// </summary>
internal sealed record JobFile(IReadOnlyList<JobFileLine> Lines, IReadOnlyList<string> UnreadColumns)
{
    public const int MaxBytes = 1 << 20, MaxLines = 2000;

    private const string Employer = "employeur", Commune = "commune", Place = "commune-du-poste";

    private static readonly string[] OfEmployer = [Employer, "siret", "secteur", Commune, "contact", "courriel", "telephone"];
    private static readonly string[] OfVacancy = ["poste", "rome", "contrat", Place, "debut", "candidater-jusqu-au", "lien", "description"];

    /// <summary>What people call the fields of the forms in this file.</summary>
    public static readonly IReadOnlyDictionary<string, string> Columns = new Dictionary<string, string>
    {
        [nameof(JobEmployerForm.Name)] = "employeur",
        [nameof(JobEmployerForm.Siret)] = "siret",
        [nameof(JobEmployerForm.Sector)] = "secteur",
        [nameof(JobEmployerForm.Commune)] = "commune",
        [nameof(JobEmployerForm.ContactName)] = "contact",
        [nameof(JobEmployerForm.ContactEmail)] = "courriel",
        [nameof(JobEmployerForm.ContactPhone)] = "téléphone",
        [nameof(JobVacancyForm.Title)] = "poste",
        [nameof(JobVacancyForm.RomeCode)] = "rome",
        [nameof(JobVacancyForm.Contract)] = "contrat",
        [nameof(JobVacancyForm.StartsOn)] = "début",
        [nameof(JobVacancyForm.OpenUntil)] = "candidater jusqu'au",
        [nameof(JobVacancyForm.Address)] = "lien",
        [nameof(JobVacancyForm.Description)] = "description",
    };

    public static Result<JobFile> Read(string text)
    {
        var read = CsvText.Read(text);
        if (read.Error is not null)
        {
            return read.Error;
        }

        var names = read.Value.Count == 0 ? [] : read.Value[0].Cells.Select(PlainText.Words).ToList();
        var known = names.Where(n => OfEmployer.Contains(n) || OfVacancy.Contains(n)).ToList();
        return !known.Contains(Employer) || !known.Contains(Commune) ? JobImportErrors.NoHeader
            : known.Distinct().Count() < known.Count ? JobImportErrors.SameColumns
            : read.Value.Count == 1 ? JobImportErrors.NoLine
            : read.Value.Count - 1 > MaxLines ? JobImportErrors.TooManyLines
            : new JobFile(
                [.. read.Value.Skip(1).Select(line => LineOf(line, names))],
                [.. read.Value[0].Cells.Select(PlainText.Clean).Where((cell, index) => cell.Length > 0 && !known.Contains(names[index]))]);
    }

    private static JobFileLine LineOf(CsvLine line, List<string> names)
    {
        var cells = line.Cells.Zip(names).Where(c => c.Second.Length > 0).GroupBy(c => c.Second).ToDictionary(g => g.Key, g => g.First().First);
        string? Cell(string name) => cells.GetValueOrDefault(name);
        var hasVacancy = OfVacancy.Any(name => !string.IsNullOrWhiteSpace(Cell(name)));
        return new JobFileLine(
            line.Number,
            new JobEmployerForm
            {
                Name = Cell(Employer),
                Siret = Cell("siret"),
                Sector = Cell("secteur"),
                Commune = Cell(Commune),
                ContactName = Cell("contact"),
                ContactEmail = Cell("courriel"),
                ContactPhone = Cell("telephone"),
            }.Cleaned(),
            !hasVacancy ? null : new JobVacancyForm
            {
                Title = Cell("poste"),
                RomeCode = Cell("rome"),
                Contract = ContractOf(Cell("contrat")),
                Commune = string.IsNullOrWhiteSpace(Cell(Place)) ? Cell(Commune) : Cell(Place),
                StartsOn = Cell("debut"),
                OpenUntil = Cell("candidater-jusqu-au"),
                Address = Cell("lien"),
                Description = Cell("description"),
            }.Cleaned(),
            line.Cells.Skip(names.Count).Any(c => !string.IsNullOrWhiteSpace(c)));
    }

    /// <summary>As people call it, in capitals or not; null for another.</summary>
    private static string? ContractOf(string? cell)
    {
        var words = PlainText.Words(cell ?? "");
        return Enum.GetValues<JobContract>().Where(c => PlainText.Words(c.Label()) == words).Select(c => c.ToString()).FirstOrDefault();
    }
}
