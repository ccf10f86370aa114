using Dites32.Core.Data;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using Dites32.Core.Territory;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// Open posts for a partner, the nearest first: by words or by trade, within a distance as the crow flies from where they
/// think of living (anywhere while they do not say), by contract, by start. Errors: spouse.not-found.
/// </summary>
/// <param name="Words">Words of the title, the description or the trade (ROME); empty for all.</param>
/// <param name="Kilometres">Null for anywhere.</param>
/// <param name="AfterArrival">Only those that do not start before the arrival, <see cref="LeadMatcher.Margin"/> less; a post whose start nobody knows stays.</param>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record SearchLeads(Guid CaseId, string Words, int? Kilometres, JobContract? Contract, bool AfterArrival = false) : IQuery<Result<FoundLeads>>, IBehindTheWall
{
    public const int Most = 50;
    public static readonly IReadOnlyList<int> Distances = [10, 20, 30, 50];
}

/// <param name="CommuneName">Where the person thinks of living; null while they do not say.</param>
/// <param name="EarliestStart">The arrival, its margin less; null while the person does not say when they come.</param>
/// <param name="IsMore">There are others than these.</param>
public sealed record FoundLeads(string Name, string? CommuneName, DateOnly? EarliestStart, IReadOnlyList<FoundLead> Leads, bool IsMore);

/// <param name="Kilometres">As the crow flies; null when one of the two places is not known.</param>
/// <param name="IsProposed">The person has it already.</param>
public sealed record FoundLead(
    Guid VacancyId, string Title, string EmployerName, string CommuneName, int? Kilometres, JobContract Contract, DateOnly? StartsOn, bool IsProposed, JobSource Source);

internal sealed class SearchLeadsHandler(SpouseDbContext db, CatalogueCache catalogues, TimeProvider clock) : IRequestHandler<SearchLeads, Result<FoundLeads>>
{
    public async Task<Result<FoundLeads>> Handle(SearchLeads query, CancellationToken cancellationToken)
    {
        var file = await db.Cases.SeenByCaseworkers().Where(c => c.Id == query.CaseId && c.ConsentedAt != null)
            .Select(c => new { c.Name, c.InseeCode, c.ArrivesOn }).SingleOrDefaultAsync(cancellationToken);
        if (file is null)
        {
            return SpouseErrors.NotFound;
        }

        var catalogue = await catalogues.GetAsync(cancellationToken);
        var vacancies = db.Vacancies.OpenOn(clock.Today());
        if (file.InseeCode is { } home && query.Kilometres is { } kilometres)
        {
            var near = catalogue.Within(home, kilometres);
            vacancies = vacancies.Where(v => near.Contains(v.InseeCode));
        }

        if (query.Contract is { } contract)
        {
            vacancies = vacancies.Where(v => v.Contract == contract);
        }

        var earliest = LeadMatcher.EarliestStart(file.ArrivesOn);
        if (query.AfterArrival && earliest is not null)
        {
            vacancies = vacancies.Where(v => v.StartsOn == null || v.StartsOn >= earliest);
        }

        foreach (var word in PlainText.Words(query.Words).Split('-', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(10))
        {
            var pattern = $"%{Like.Escape(word)}%";
            vacancies = vacancies.Where(v => EF.Functions.Like(EF.Property<string>(v, LeadMapping.Search), pattern));
        }

        var found = await (from vacancy in vacancies
                           join known in db.Employers on vacancy.EmployerId equals (Guid?)known.Id into employers
                           from employer in employers.DefaultIfEmpty()
                           select new
                           {
                               vacancy.Id,
                               vacancy.Title,
                               Employer = employer.Name ?? vacancy.EmployerName ?? JobVacancy.NoEmployer,
                               vacancy.InseeCode,
                               vacancy.Contract,
                               vacancy.StartsOn,
                               vacancy.AddedAt,
                               vacancy.Source,
                               IsProposed = db.Leads.Any(l => l.CaseId == query.CaseId && l.VacancyId == vacancy.Id),
                           }).ToListAsync(cancellationToken);
        var from = file.InseeCode is { } code ? catalogue.Communes.GetValueOrDefault(code) : null;
        var leads = found.Select(v => (Row: v, Place: catalogue.Communes[v.InseeCode]))
            .Select(v => (v.Row, v.Place, Distance: from is null ? null : from == v.Place ? 0 : Catalogue.Distance(from, v.Place)))
            .OrderBy(v => v.Distance ?? double.MaxValue).ThenByDescending(v => v.Row.AddedAt).ThenBy(v => v.Row.Id)
            .Take(SearchLeads.Most)
            .Select(v => new FoundLead(
                v.Row.Id, v.Row.Title, v.Row.Employer, v.Place.Name, v.Distance is { } distance ? (int)Math.Round(distance) : null,
                v.Row.Contract, v.Row.StartsOn, v.Row.IsProposed, v.Row.Source));
        return new FoundLeads(file.Name, from?.Name, earliest, [.. leads], found.Count > SearchLeads.Most);
    }
}
