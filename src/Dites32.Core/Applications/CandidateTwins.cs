using Dites32.Core.Candidates;
using Dites32.Core.Data;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>The rows of one person. A recruiter sees and links only rows whose applications they manage.</summary>
internal sealed class CandidateTwins(AppDbContext db, Actor actor)
{
    public IQueryable<Candidate> Manageable => db.Candidates.Where(c => db.Applications.ManageableBy(db, actor).Any(a => a.CandidateId == c.Id));

    /// <summary>The row and all those linked with it, managed or not.</summary>
    public Task<List<Candidate>> GroupOfAsync(Candidate candidate, CancellationToken cancellationToken)
    {
        var root = candidate.CanonicalId ?? candidate.Id;
        return db.Candidates.Where(c => c.Id == root || c.CanonicalId == root).OrderBy(c => c.CreatedAt).ThenBy(c => c.Id).ToListAsync(cancellationToken);
    }

    /// <summary>The row stands alone again. When it stood for the person, the oldest of the others takes its place.</summary>
    public async Task LeaveGroupAsync(Candidate candidate, CancellationToken cancellationToken)
    {
        var root = candidate.CanonicalId ?? candidate.Id;
        var asLoaded = await GroupOfAsync(candidate, cancellationToken); // rows as this command has changed them
        Leave(candidate, [.. asLoaded.Concat(db.Candidates.Local).Distinct().Where(c => c.Id == root || c.CanonicalId == root).OrderBy(c => c.CreatedAt).ThenBy(c => c.Id)]);
    }

    public static void Leave(Candidate candidate, IReadOnlyCollection<Candidate> group)
    {
        candidate.Unlink();
        var others = group.Where(c => c.Id != candidate.Id).ToList();
        foreach (var other in others)
        {
            other.LinkTo(others[0].Id); // to itself is to none
        }
    }

    public async Task<bool> ManagesAllAsync(IReadOnlyCollection<Candidate> group, CancellationToken cancellationToken)
    {
        var ids = group.Select(c => c.Id).ToList();
        return await Manageable.CountAsync(c => ids.Contains(c.Id), cancellationToken) == ids.Count;
    }

    /// <summary>Writes in the history of the applications of a row.</summary>
    public async Task LogAsync(Guid candidateId, ApplicationEventKind kind, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var application in await db.Applications.Where(a => a.CandidateId == candidateId).ToListAsync(cancellationToken))
        {
            application.Log(kind, actor.AccountId, now);
        }
    }
}
