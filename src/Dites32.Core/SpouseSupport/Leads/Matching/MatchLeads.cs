using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using Dites32.Core.Territory;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// The open posts that suit a partner best and that they were not proposed yet, with why (<see cref="LeadMatcher"/>), and codes
/// of trades to choose from while the file has none. Errors: spouse.not-found.
/// </summary>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record MatchLeads(Guid CaseId) : IQuery<Result<LeadMatches>>, IBehindTheWall
{
    public const int Most = 5, MostCodes = 3;
    public const int Radius = LeadMatcher.Radius;
}

/// <param name="EarliestStart">Before which no post starts; null while the person does not say when they arrive.</param>
/// <param name="Total">How many suit; the first <see cref="MatchLeads.Most"/> are shown.</param>
public sealed record LeadMatches(
    string? RomeCode, string? CommuneName, DateOnly? EarliestStart, IReadOnlyList<ProposedCode> Codes, IReadOnlyList<SuitedPost> Best, int Total);

/// <param name="Title">Of one of the posts that have this code.</param>
public sealed record ProposedCode(string Code, string Title);

/// <param name="Kilometres">As the crow flies; null when one of the two places is not known.</param>
/// <param name="IsWantedContract">Null when the project asks for no contract in particular.</param>
public sealed record SuitedPost(
    Guid VacancyId, string Title, string EmployerName, string CommuneName, TradeMatch Trade, string? RomeCode, int? Kilometres, JobContract Contract,
    bool? IsWantedContract, DateOnly? StartsOn, JobSource Source);

internal sealed class MatchLeadsHandler(SpouseDbContext db, CatalogueCache catalogues, TimeProvider clock) : IRequestHandler<MatchLeads, Result<LeadMatches>>
{
    public async Task<Result<LeadMatches>> Handle(MatchLeads query, CancellationToken cancellationToken)
    {
        var file = await db.Cases.SeenByCaseworkers().Where(c => c.Id == query.CaseId && c.ConsentedAt != null)
            .Select(c => new Seeker(c.RomeCode, c.Profession, c.Project, c.InseeCode, c.ArrivesOn)).SingleOrDefaultAsync(cancellationToken);
        if (file is null)
        {
            return SpouseErrors.NotFound;
        }

        var catalogue = await catalogues.GetAsync(cancellationToken);
        var matcher = new LeadMatcher(await db.OpenPostsAsync(clock.Today(), cancellationToken), catalogue);
        var proposed = await db.Leads.Where(l => l.CaseId == query.CaseId).Select(l => l.VacancyId).ToListAsync(cancellationToken);
        var found = matcher.Find(file, proposed.ToHashSet());
        var best = found.Order(LeadMatch.Order).Take(MatchLeads.Most).ToList();
        var ids = best.Select(m => m.Post.Id).ToList();
        var rows = await (from vacancy in db.Vacancies
                          where ids.Contains(vacancy.Id)
                          join known in db.Employers on vacancy.EmployerId equals (Guid?)known.Id into employers
                          from employer in employers.DefaultIfEmpty()
                          select new { vacancy.Id, Employer = employer.Name ?? vacancy.EmployerName ?? JobVacancy.NoEmployer, vacancy.Source })
            .ToDictionaryAsync(r => r.Id, cancellationToken);
        return new LeadMatches(
            file.RomeCode, file.InseeCode is { } home ? catalogue.Communes.GetValueOrDefault(home)?.Name : null, LeadMatcher.EarliestStart(file.ArrivesOn),
            file.RomeCode is null ? [.. matcher.CodesFor(file.Profession, MatchLeads.MostCodes).Select(c => new ProposedCode(c.Code, c.Title))] : [],
            [.. best.Where(m => rows.ContainsKey(m.Post.Id)).Select(m => new SuitedPost(
                m.Post.Id, m.Post.Title, rows[m.Post.Id].Employer, catalogue.Communes[m.Post.InseeCode].Name, m.Trade, m.Post.RomeCode,
                m.Kilometres is { } km ? (int)Math.Round(km) : null, m.Post.Contract, m.IsWantedContract, m.Post.StartsOn, rows[m.Post.Id].Source))],
            found.Count);
    }
}
