using System.Security.Cryptography;
using System.Text;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

public enum ImportOutcome { Refused, Updated, Created, Unchanged }

/// <summary>What becomes of one line of the file.</summary>
/// <param name="Number">Of the line in the file, from 1, its titles counted.</param>
/// <param name="Title">Of the post; null for a line that names an employer only, and then so is <paramref name="Vacancy"/>.</param>
/// <param name="Reasons">Why it is refused, or which columns change.</param>
public sealed record ImportLine(int Number, string EmployerName, ImportOutcome Employer, string? Title, ImportOutcome? Vacancy, IReadOnlyList<string> Reasons);

/// <summary>
/// What a file does to the directory as it is now, line after line. An employer is known by its Siret, and without one by its
/// name and commune; a post by its employer, title, commune and contract while it is open. An empty cell changes nothing, so
/// that the same file sent again changes nothing either.
/// </summary>
internal sealed class JobImportPlan(SpouseDbContext db, JobFormReader reader, Actor actor, TimeProvider clock)
{
    private readonly Dictionary<string, JobEmployer> bySiret = [];
    private readonly Dictionary<(string Name, string InseeCode), List<JobEmployer>> byName = [];
    private readonly Dictionary<(Guid Employer, string Title, string InseeCode, JobContract Contract), JobVacancy> vacancies = [];
    private readonly List<ImportLine> lines = [];

    public IReadOnlyList<ImportLine> Lines => lines;

    /// <summary>Rows that are not there yet: a preview leaves them.</summary>
    public List<object> NewRows { get; } = [];

    public ImportCounts Counts => new(
        lines.Count(l => l.Employer == ImportOutcome.Created), lines.Count(l => l.Employer == ImportOutcome.Updated),
        lines.Count(l => l.Vacancy == ImportOutcome.Created), lines.Count(l => l.Vacancy == ImportOutcome.Updated),
        lines.Count(l => l.Employer == ImportOutcome.Unchanged && l.Vacancy is null or ImportOutcome.Unchanged), lines.Count(l => l.Employer == ImportOutcome.Refused));

    /// <summary>The same for the same plan: whoever imports has seen this one.</summary>
    public string Digest => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', lines.Select(l => $"{l.Number}|{l.EmployerName}|{l.Employer}|{l.Title}|{l.Vacancy}|{string.Join('|', l.Reasons)}")))));

    public async Task MakeAsync(JobFile file, CancellationToken cancellationToken)
    {
        foreach (var employer in await db.Employers.OrderBy(e => e.AddedAt).ThenBy(e => e.Id).ToListAsync(cancellationToken))
        {
            Note(employer);
        }

        foreach (var vacancy in await db.Vacancies.OpenOn(clock.Today()).Where(v => v.EmployerId != null).OrderBy(v => v.AddedAt).ThenBy(v => v.Id).ToListAsync(cancellationToken))
        {
            vacancies.TryAdd(KeyOf(vacancy.EmployerId!.Value, vacancy.Profile()), vacancy);
        }

        foreach (var line in file.Lines)
        {
            lines.Add(await TakeAsync(line, cancellationToken));
        }
    }

    private async Task<ImportLine> TakeAsync(JobFileLine line, CancellationToken cancellationToken)
    {
        var employer = await reader.ReadAsync(line.Employer, cancellationToken);
        var vacancy = line.Vacancy is null ? null : await reader.ReadAsync(line.Vacancy, cancellationToken);
        var reasons = Reasons(employer.Error, vacancy?.Error);
        var same = employer.Error is null ? Find(employer.Value) : [];
        if (line.IsTooLong)
        {
            reasons.Add("Plus de cellules que de colonnes\u00a0: un séparateur est de trop, ou un guillemet manque.");
        }

        if (same.Count > 1)
        {
            reasons.Add("Plusieurs employeurs portent ce nom dans cette commune\u00a0: ajoutez le Siret.");
        }

        if (reasons.Count > 0)
        {
            return new ImportLine(line.Number, line.Employer.Name ?? "", ImportOutcome.Refused, line.Vacancy?.Title, line.Vacancy is null ? null : ImportOutcome.Refused, reasons);
        }

        var (known, became) = Take(employer.Value, same.FirstOrDefault(), reasons);
        var vacancyBecame = vacancy is null ? (ImportOutcome?)null : Take(known.Id, vacancy.Value, reasons);
        return new ImportLine(line.Number, known.Name, became, vacancy?.Value.Title, vacancyBecame, reasons);
    }

    private (JobEmployer Employer, ImportOutcome Outcome) Take(JobEmployerProfile read, JobEmployer? known, List<string> changed)
    {
        if (known is null)
        {
            var now = clock.GetUtcNow();
            known = JobEmployer.Of(Guid.CreateVersion7(now), read, actor.RequiredAccountId, now);
            NewRows.Add(known);
            Note(known);
            return (known, ImportOutcome.Created);
        }

        var before = known.Profile();
        var after = new JobEmployerProfile(
            PlainText.Words(read.Name) == PlainText.Words(before.Name) ? before.Name : read.Name, read.Siret ?? before.Siret, read.Sector ?? before.Sector, read.InseeCode,
            read.ContactName ?? before.ContactName, read.ContactEmail ?? before.ContactEmail, read.ContactPhone ?? before.ContactPhone);
        if (after == before)
        {
            return (known, ImportOutcome.Unchanged);
        }

        changed.AddRange(Differences(
            (before.Name != after.Name, "employeur"), (before.Siret != after.Siret, "siret"), (before.Sector != after.Sector, "secteur"),
            (before.InseeCode != after.InseeCode, "commune"), (before.ContactName != after.ContactName, "contact"),
            (before.ContactEmail != after.ContactEmail, "courriel"), (before.ContactPhone != after.ContactPhone, "téléphone")));
        known.Correct(after);
        Note(known);
        return (known, ImportOutcome.Updated);
    }

    private ImportOutcome Take(Guid employerId, JobVacancyProfile read, List<string> changed)
    {
        var key = KeyOf(employerId, read);
        if (!vacancies.TryGetValue(key, out var known))
        {
            var now = clock.GetUtcNow();
            vacancies[key] = known = JobVacancy.Of(Guid.CreateVersion7(now), employerId, read, actor.RequiredAccountId, now, JobSource.File);
            NewRows.Add(known);
            return ImportOutcome.Created;
        }

        var before = known.Profile();
        var after = before with
        {
            RomeCode = read.RomeCode ?? before.RomeCode,
            StartsOn = read.StartsOn ?? before.StartsOn,
            OpenUntil = read.OpenUntil ?? before.OpenUntil,
            Address = read.Address ?? before.Address,
            Description = read.Description ?? before.Description,
        };
        changed.AddRange(Differences(
            (before.RomeCode != after.RomeCode, "rome"), (before.StartsOn != after.StartsOn, "début"), (before.OpenUntil != after.OpenUntil, "candidater jusqu'au"),
            (before.Address != after.Address, "lien"), (before.Description != after.Description, "description")));
        known.Correct(after);
        return after == before ? ImportOutcome.Unchanged : ImportOutcome.Updated;
    }

    /// <summary>The employer that is meant; several where nothing tells them apart.</summary>
    private List<JobEmployer> Find(JobEmployerProfile read) =>
        read.Siret is { } siret && bySiret.TryGetValue(siret, out var known) ? [known]
        : byName.TryGetValue((PlainText.Words(read.Name), read.InseeCode), out var named) ? [.. named.Where(e => read.Siret is null || e.Siret is null)]
        : [];

    private void Note(JobEmployer employer)
    {
        if (employer.Siret is { } siret)
        {
            bySiret[siret] = employer;
        }

        var key = (PlainText.Words(employer.Name), employer.InseeCode);
        if (!byName.TryGetValue(key, out var named))
        {
            byName[key] = named = [];
        }

        if (!named.Contains(employer))
        {
            named.Add(employer);
        }
    }

    private static (Guid, string, string, JobContract) KeyOf(Guid employerId, JobVacancyProfile profile) =>
        (employerId, PlainText.Words(profile.Title), profile.InseeCode, profile.Contract);

    private static IEnumerable<string> Differences(params (bool IsOne, string Column)[] columns) => columns.Where(c => c.IsOne).Select(c => c.Column);

    private static List<string> Reasons(params Error?[] errors) =>
        [.. errors.OfType<Error>().SelectMany(e => e.Fields!).SelectMany(f => f.Value.Select(message => $"{JobFile.Columns[f.Key]}\u00a0: {Sentence(f.Key, message)}")).Distinct()];

    /// <summary>In a file nobody chooses from a list.</summary>
    private static string Sentence(string field, string message) => field != nameof(JobVacancyForm.Contract) ? message
        : $"Écrivez l'un de ceux-ci\u00a0: {string.Join(", ", Enum.GetValues<JobContract>().Select(c => c.Label()))}.";
}
