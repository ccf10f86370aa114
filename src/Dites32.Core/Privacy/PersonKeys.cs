using Dites32.Core.Data;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Privacy;

/// <summary>
/// By what the rows of a person are found: the keys that <c>reached-by</c> names in personal-data.yaml. The owner of an
/// account has shown that its address is theirs, so everything sent from that address is theirs too. Whoever holds a personal
/// link has shown one application and nothing else.
/// </summary>
internal sealed record PersonKeys
{
    private Guid[] Account { get; init; } = [];
    private byte[][] Mailbox { get; init; } = [];
    private Guid[] Questions { get; init; } = [];
    private byte[][] Applicants { get; init; } = [];
    private Guid[] Links { get; init; } = [];
    private Guid[] Documents { get; init; } = [];
    public Guid[] Applications { get; private init; } = [];
    public Guid[] Candidates { get; private init; } = [];
    public Guid[] Drafts { get; private init; } = [];

    /// <summary>The values behind a name of the file.</summary>
    public object Of(string name) => name switch
    {
        "account" => Account,
        "mailbox" => Mailbox,
        "questions" => Questions,
        "applicants" => Applicants,
        "links" => Links,
        "documents" => Documents,
        "applications" => Applications,
        "candidates" => Candidates,
        "drafts" => Drafts,
        _ => throw new InvalidOperationException($"personal-data.yaml names the unknown key {name}."),
    };

    public static async Task<PersonKeys> OfAccountAsync(AppDbContext db, Guid accountId, CancellationToken stop)
    {
        var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == accountId, stop);
        var address = EmailAddress.Normalise(account.Email!);
#pragma warning disable CA1304, CA1311, CA1862 // this runs in PostgreSQL
        return await new PersonKeys
        {
            Account = [accountId],
            Mailbox = [OutboxEmail.HashOf(address)],
            Questions = await db.OfferQuestions.Where(q => q.Email == address).Select(q => q.Id).ToArrayAsync(stop),
            Applications = await db.Applications.Where(a => a.NormalisedEmail == address).Select(a => a.Id).ToArrayAsync(stop),
            Drafts = await db.ApplicationDrafts.Where(d => d.Email.ToLower() == address).Select(d => d.Id).ToArrayAsync(stop),
        }.CompleteAsync(db, stop);
#pragma warning restore CA1304, CA1311, CA1862
    }

    public static Task<PersonKeys> OfApplicationAsync(AppDbContext db, Guid applicationId, CancellationToken stop) =>
        new PersonKeys { Applications = [applicationId] }.CompleteAsync(db, stop);

    private async Task<PersonKeys> CompleteAsync(AppDbContext db, CancellationToken stop)
    {
        var people = await db.Applications.Where(a => Applications.Contains(a.Id)).Select(a => new { a.CandidateId, a.Candidate.Email, a.NormalisedEmail }).ToListAsync(stop);
        var drafts = Drafts.Union(await db.ApplicationDrafts.Where(d => d.ApplicationId != null && Applications.Contains(d.ApplicationId.Value)).Select(d => d.Id).ToListAsync(stop)).ToArray();
        var owners = Applications.Union(drafts).ToArray();
        return this with
        {
            Candidates = [.. people.Select(p => p.CandidateId)],
            Applicants = [.. people.SelectMany(p => new[] { p.Email, p.NormalisedEmail }).Distinct().Select(OutboxEmail.HashOf)],
            Drafts = drafts,
            Links = await db.PersonalLinks.Where(l => owners.Contains(l.ApplicationId ?? l.DraftId!.Value)).Select(l => l.Id).ToArrayAsync(stop),
            Documents = await db.Documents.Where(d => owners.Contains(d.OwnerId)).Select(d => d.Id).ToArrayAsync(stop),
        };
    }
}
