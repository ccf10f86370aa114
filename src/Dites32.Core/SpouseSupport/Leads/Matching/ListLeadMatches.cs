using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport.Data;
using Dites32.Core.Territory;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.SpouseSupport;

/// <summary>
/// The files under way for which posts wait to be proposed, those of most posts first, a page at a time: what a caseworker looks
/// at once new posts have come.
/// </summary>
/// <param name="Mine">Only those confided to the reader.</param>
[AllowRoles(Role.SpouseCaseworker)]
public sealed record ListLeadMatches(bool Mine, int PageNumber) : IQuery<Result<Page<CaseMatches>>>, IBehindTheWall
{
    public const int PageSize = 30;
}

/// <param name="BestTitle">Of the post that suits best.</param>
/// <param name="Count">How many posts suit and were not proposed yet.</param>
public sealed record CaseMatches(Guid CaseId, string Name, string? Profession, string? CommuneName, string BestTitle, int Count);

internal sealed class ListLeadMatchesHandler(SpouseDbContext db, Actor actor, CatalogueCache catalogues, TimeProvider clock)
    : IRequestHandler<ListLeadMatches, Result<Page<CaseMatches>>>
{
    private static readonly SpouseCaseState[] Over = [SpouseCaseState.InPost, SpouseCaseState.BusinessCreated, SpouseCaseState.Paused, SpouseCaseState.Closed];

    public async Task<Result<Page<CaseMatches>>> Handle(ListLeadMatches query, CancellationToken cancellationToken)
    {
        var me = actor.RequiredAccountId;
        var files = await db.Cases.SeenByCaseworkers().Where(c => c.ConsentedAt != null && !Over.Contains(c.State) && (!query.Mine || c.OwnerId == me))
            .Select(c => new { c.Id, c.Name, Seeker = new Seeker(c.RomeCode, c.Profession, c.Project, c.InseeCode, c.ArrivesOn) }).ToListAsync(cancellationToken);
        var proposed = (await db.Leads.Where(l => db.Cases.Any(c => c.Id == l.CaseId && !Over.Contains(c.State)))
            .Select(l => new { l.CaseId, l.VacancyId }).ToListAsync(cancellationToken)).ToLookup(l => l.CaseId, l => l.VacancyId);
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var matcher = new LeadMatcher(await db.OpenPostsAsync(clock.Today(), cancellationToken), catalogue);
        var found = files.Select(f => (File: f, Matches: matcher.Find(f.Seeker, proposed[f.Id].ToHashSet())))
            .Where(f => f.Matches.Count > 0).OrderByDescending(f => f.Matches.Count).ThenBy(f => f.File.Id).ToList();
        var number = Math.Clamp(query.PageNumber, 1, Math.Max(1, (found.Count + ListLeadMatches.PageSize - 1) / ListLeadMatches.PageSize));
        return new Page<CaseMatches>(
            [.. found.Skip((int)Page<CaseMatches>.Offset(number, ListLeadMatches.PageSize)).Take(ListLeadMatches.PageSize).Select(f => new CaseMatches(
                f.File.Id, f.File.Name, f.File.Seeker.Profession, f.File.Seeker.InseeCode is { } code ? catalogue.Communes.GetValueOrDefault(code)?.Name : null,
                f.Matches.Min(LeadMatch.Order)!.Post.Title, f.Matches.Count))],
            number, ListLeadMatches.PageSize, found.Count);
    }
}
