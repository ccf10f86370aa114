using Dites32.Core.Candidates;
using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>Finds people among the applications that the actor manages: by name, address, RPPS number or words of what they wrote.</summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record SearchCandidates(string? Words, int Page) : IQuery<Result<Page<FoundApplication>>>
{
    public const int PageSize = 25;
}

/// <param name="IsLinked">Known to be the same person as another row.</param>
public sealed record FoundApplication(
    Guid Id, Guid CandidateId, string Name, string Email, CandidateStatus Status, string Title, string StageLabel, DateTimeOffset SubmittedAt, bool IsLinked);

internal sealed class SearchCandidatesHandler(AppDbContext db, Actor actor) : IRequestHandler<SearchCandidates, Result<Page<FoundApplication>>>
{
    public async Task<Result<Page<FoundApplication>>> Handle(SearchCandidates query, CancellationToken cancellationToken)
    {
        var found = db.Applications.ManageableBy(db, actor).MentioningAmongAll(db, query.Words);
        var total = await found.CountAsync(cancellationToken);
        var number = Math.Clamp(query.Page, 1, Math.Max(1, (total + SearchCandidates.PageSize - 1) / SearchCandidates.PageSize));
        var rows = await found.OrderByDescending(a => a.SubmittedAt).ThenByDescending(a => a.Id)
            .Skip((int)Page<FoundApplication>.Offset(number, SearchCandidates.PageSize)).Take(SearchCandidates.PageSize)
            .Select(a => new FoundApplication(
                a.Id, a.CandidateId, a.Candidate.Name, a.Candidate.Email, a.Candidate.Status, a.Offer == null ? "Candidature spontanée" : a.Offer.Title,
                db.Stages.Single(s => s.Id == a.StageId).Label, a.SubmittedAt,
                a.Candidate.CanonicalId != null || db.Candidates.Any(c => c.CanonicalId == a.CandidateId)))
            .ToListAsync(cancellationToken);
        return new Page<FoundApplication>(rows, number, SearchCandidates.PageSize, total);
    }
}
