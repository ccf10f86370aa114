using Dites32.Core.Applications;
using Dites32.Core.Candidates;
using Dites32.Core.Data;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Demo;

/// <summary>Fictitious people at every stage of the first offer, one of them waiting for too long.</summary>
internal static class DemoApplications
{
    private static readonly (string Name, CandidateStatus Status, StageCategory[] Way, int DaysAgo)[] People =
    [
        ("Inès Marquerie", CandidateStatus.Locum, [], 1),
        ("Bastien Laffargue", CandidateStatus.Intern, [], 12),
        ("Chloé Dastugue", CandidateStatus.Employed, [StageCategory.InReview], 4),
        ("Rémi Cassagne", CandidateStatus.LocumWithLicence, [StageCategory.InReview, StageCategory.Shortlisted], 6),
        ("Nadia Belkacem", CandidateStatus.Established, [StageCategory.InReview, StageCategory.Interview], 9),
        ("Théo Saint-Martin", CandidateStatus.JuniorDoctor, [StageCategory.InReview, StageCategory.Interview, StageCategory.Visit], 15),
        ("Sarah Lozano", CandidateStatus.Locum, [StageCategory.InReview, StageCategory.Interview, StageCategory.Proposal], 18),
        ("Paul Duffour", CandidateStatus.ActiveRetiree, [StageCategory.InReview, StageCategory.Refused], 20),
    ];

    public static async Task<List<object>> CreateAsync(
        AppDbContext db, IReadOnlyList<Offer> offers, Guid recruiter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = new List<object>();
        foreach (var (name, status, way, daysAgo) in People)
        {
            rows.AddRange(Of(name, status, offers[0], offers[0].Stages, way, daysAgo, recruiter, now));
        }

        rows.AddRange(Of("Jeanne Abadie", CandidateStatus.Collaborator, offers[4], offers[4].Stages, [], 2, recruiter, now));
        rows.AddRange(Of("Hugo Lacaze", CandidateStatus.Locum, offers[5], offers[5].Stages, [StageCategory.InReview], 3, recruiter, now));
        var pool = await db.Stages.Where(s => s.OfferId == null).ToListAsync(cancellationToken);
        rows.AddRange(Of("Maëlle Ducasse", CandidateStatus.Intern, null, pool, [], 2, recruiter, now));
        return rows;
    }

    private static IEnumerable<object> Of(
        string name, CandidateStatus status, Offer? offer, IReadOnlyList<Stage> stages, StageCategory[] way, int daysAgo, Guid recruiter, DateTimeOffset now)
    {
        var at = now.AddDays(-daysAgo);
        var email = $"{Slug.Of(name)}@demo.dites32.example";
        var candidate = Candidate.Of(name, email, "0600000000", status, null, "medecine-generale", at);
        var application = Application.Submit(
            Guid.CreateVersion7(), offer, stages.Single(s => s.Category == StageCategory.Received), candidate, EmailAddress.Normalise(email),
            "Bonjour, votre offre m'intéresse\u00a0: je connais un peu le Gers et je serais heureux d'en parler avec vous. (Personne fictive.)",
            offer is null ? new Wishes("Le Bas-Armagnac", "Remplacements puis installation", now.ParisDay().AddMonths(6)) : null, at);
        application.ConfirmEmail(at.AddMinutes(20));
        foreach (var (category, step) in way.Select((category, step) => (category, step + 1)))
        {
            var when = at + (now - at) * (step / (way.Length + 1.0));
            var isRefusal = category == StageCategory.Refused;
            application.MoveTo(stages.Single(s => s.Category == category), PipelineRole.Recruiter,
                isRefusal ? RefusalReason.DatesDiffer : null, isRefusal ? Guid.CreateVersion7() : null, recruiter, when);
        }

        return [candidate, application];
    }
}
