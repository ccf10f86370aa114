using Dites32.Core.Data;
using Dites32.Core.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Applications;

/// <summary>The rows linked with this one, and those that look like the same person: same address, same RPPS number, or same phone and a similar name.</summary>
[AllowRoles(Role.SiteRecruiter, Role.Dites32Recruiter, Role.Administrator)]
public sealed record GetTwins(Guid CandidateId) : IQuery<Result<Twins>>, IReadsFile
{
    Subject IAbout.Subject => new(SubjectKind.Candidate, CandidateId);
    ReadingPurpose IReadsFile.Purpose => ReadingPurpose.MergingFiles;
}

public sealed record Twins(TwinRow Person, IReadOnlyList<TwinRow> Linked, IReadOnlyList<TwinRow> Suggested);

public sealed record TwinRow(Guid CandidateId, Guid ApplicationId, string Name, string Email, string Phone, string? Rpps, string Title, DateTimeOffset SubmittedAt);

internal sealed class GetTwinsHandler(AppDbContext db, Actor actor, CandidateTwins twins) : IRequestHandler<GetTwins, Result<Twins>>
{
    private const double SimilarName = 0.4;
    private const int MaxRows = 20;

    public async Task<Result<Twins>> Handle(GetTwins query, CancellationToken cancellationToken)
    {
        var person = await twins.Manageable.AsNoTracking().SingleOrDefaultAsync(c => c.Id == query.CandidateId, cancellationToken);
        if (person is null)
        {
            return ApplicationErrors.CandidateNotFound;
        }

        var root = person.CanonicalId ?? person.Id;
        var others = db.Applications.ManageableBy(db, actor).Where(a => a.CandidateId != person.Id);
        var email = EmailAddress.Normalise(person.Email);

        // Each likeness by its own index: one condition over both tables would read them whole.
        var alike = db.Applications.Where(a => a.NormalisedEmail == email).Select(a => a.CandidateId)
            .Union(db.Candidates.Where(c => person.Rpps != null && c.Rpps == person.Rpps).Select(c => c.Id))
            .Union(db.Candidates.Where(c => person.Phone != "" && c.Phone == person.Phone
                && EF.Functions.TrigramsSimilarity(EF.Functions.Unaccent(c.Name), EF.Functions.Unaccent(person.Name)) > SimilarName).Select(c => c.Id));
        return new Twins(
            (await RowsAsync(db.Applications.ManageableBy(db, actor).Where(a => a.CandidateId == person.Id), cancellationToken))[0],
            await RowsAsync(others.Where(a => a.CandidateId == root || a.Candidate.CanonicalId == root), cancellationToken),
            await RowsAsync(others
                .Where(a => a.CandidateId != root && (a.Candidate.CanonicalId == null || a.Candidate.CanonicalId != root))
                .Where(a => alike.Contains(a.CandidateId)), cancellationToken));
    }

    private static Task<List<TwinRow>> RowsAsync(IQueryable<Application> applications, CancellationToken cancellationToken) => applications
        .OrderByDescending(a => a.SubmittedAt).ThenBy(a => a.Id).Take(MaxRows)
        .Select(a => new TwinRow(
            a.CandidateId, a.Id, a.Candidate.Name, a.Candidate.Email, a.Candidate.Phone, a.Candidate.Rpps,
            a.Offer == null ? "Candidature spontanée" : a.Offer.Title, a.SubmittedAt))
        .ToListAsync(cancellationToken);
}
