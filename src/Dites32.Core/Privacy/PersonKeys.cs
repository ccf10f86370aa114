using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Privacy;

/// <summary>
/// By what the rows of a person are found: the keys that <c>reached-by</c> names in personal-data.yaml. The owner of an
/// account has shown that its address is theirs, so everything sent from that address is theirs too, with the applications
/// joined to the account. Whoever holds a personal link has shown one application and nothing else.
/// </summary>
internal sealed record PersonKeys : IPersonKeys
{
    public Guid? AccountId { get; private init; }

    /// <summary>Of the account, as the portal compares addresses.</summary>
    public string? Address { get; private init; }
    public Guid[] Applications { get; private init; } = [];
    public Guid[] Drafts { get; private init; } = [];
    public Guid[] Questions { get; private init; } = [];
    public Guid[] Interns { get; private init; } = [];
    public Guid[] Supervisors { get; private init; } = [];

    /// <summary>Where interns are lodged, and whose they are.</summary>
    public Guid[] Dwellings { get; private init; } = [];
    private Guid[] Candidates { get; init; } = [];
    private Guid[] Documents { get; init; } = [];
    private Guid[] Links { get; init; } = [];
    private byte[][] Applicants { get; init; } = [];

    public Array Of(string name) => name switch
    {
        "account" => AccountId is { } id ? new[] { id } : Array.Empty<Guid>(),
        "mailbox" => Address is null ? Array.Empty<byte[]>() : [OutboxEmail.HashOf(Address)],
        "applications" => Applications,
        "drafts" => Drafts,
        "questions" => Questions,
        "interns" => Interns,
        "supervisors" => Supervisors,
        "dwellings" => Dwellings,
        "candidates" => Candidates,
        "documents" => Documents,
        "links" => Links,
        "applicants" => Applicants,
        _ => throw new InvalidOperationException($"personal-data.yaml names the unknown key {name}."),
    };

    /// <summary>What an erasure writes in its journal.</summary>
    public IReadOnlyList<(ErasedKind Kind, Guid Id)> Subjects =>
    [
        .. AccountId is { } id ? new[] { (ErasedKind.Account, id) } : [],
        .. Applications.Select(a => (ErasedKind.Application, a)),
        .. Drafts.Select(d => (ErasedKind.Draft, d)),
        .. Questions.Select(q => (ErasedKind.Question, q)),
        .. Interns.Select(i => (ErasedKind.Intern, i)),
    ];

    /// <summary>From one row, which may be gone: then they lead nowhere.</summary>
    public static Task<PersonKeys> OfAsync(AppDbContext db, ErasedKind kind, Guid id, CancellationToken cancellationToken) => kind switch
    {
        ErasedKind.Account => OfAccountAsync(db, id, cancellationToken),
        ErasedKind.Application => new PersonKeys { Applications = [id] }.CompleteAsync(db, cancellationToken),
        ErasedKind.Draft => new PersonKeys { Drafts = [id] }.CompleteAsync(db, cancellationToken),
        ErasedKind.Question => new PersonKeys { Questions = [id] }.CompleteAsync(db, cancellationToken),
        ErasedKind.Intern => new PersonKeys { Interns = [id] }.CompleteAsync(db, cancellationToken),
    };

    private static async Task<PersonKeys> OfAccountAsync(AppDbContext db, Guid accountId, CancellationToken cancellationToken)
    {
        if (await db.Users.Where(a => a.Id == accountId).Select(a => a.Email).SingleOrDefaultAsync(cancellationToken) is not { } email)
        {
            return new PersonKeys();
        }

        var address = EmailAddress.Normalise(email);
#pragma warning disable CA1304, CA1311, CA1862 // this runs in PostgreSQL
        return await new PersonKeys
        {
            AccountId = accountId,
            Address = address,
            Questions = await db.OfferQuestions.Where(q => q.Email == address).Select(q => q.Id).ToArrayAsync(cancellationToken),
            Applications = await db.Applications.Where(a => a.AccountId == accountId || a.NormalisedEmail == address).Select(a => a.Id).ToArrayAsync(cancellationToken),
            Interns = await db.Interns.Where(i => i.Email == address).Select(i => i.Id).ToArrayAsync(cancellationToken),
            Supervisors = await db.Supervisors.Where(s => s.Email == address).Select(s => s.Id).ToArrayAsync(cancellationToken),
            Dwellings = await db.Dwellings.Where(d => d.OwnerEmail == address).Select(d => d.Id).ToArrayAsync(cancellationToken),
            Drafts = await db.ApplicationDrafts.Where(d => d.Email.ToLower() == address).Select(d => d.Id).ToArrayAsync(cancellationToken),
        }.CompleteAsync(db, cancellationToken);
#pragma warning restore CA1304, CA1311, CA1862
    }

    private async Task<PersonKeys> CompleteAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var drafts = await db.ApplicationDrafts.Where(d => Drafts.Contains(d.Id) || (d.ApplicationId != null && Applications.Contains(d.ApplicationId.Value)))
            .Select(d => new { d.Id, d.Email }).ToListAsync(cancellationToken);
        var people = await db.Applications.Where(a => Applications.Contains(a.Id))
            .Select(a => new { a.CandidateId, a.Candidate.Email }).ToListAsync(cancellationToken);
        Guid[] owners = [.. Applications, .. drafts.Select(d => d.Id)];
        return this with
        {
            Drafts = [.. Drafts.Union(drafts.Select(d => d.Id))],
            Candidates = [.. people.Select(p => p.CandidateId)],
            Applicants = [.. people.Select(p => p.Email).Concat(drafts.Select(d => d.Email)).Distinct().Select(OutboxEmail.HashOf)],
            Links = await db.PersonalLinks.Where(l => owners.Contains(l.ApplicationId ?? l.DraftId!.Value)).Select(l => l.Id).ToArrayAsync(cancellationToken),
            Documents = await db.Documents.Where(d => owners.Contains(d.OwnerId)).Select(d => d.Id).ToArrayAsync(cancellationToken),
        };
    }
}
