using Dites32.Core.Accounts;
using Dites32.Core.Applications;
using Dites32.Core.Candidates;
using Dites32.Core.Internships;
using Dites32.Core.Internships.Events;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Microsoft.EntityFrameworkCore;

namespace Dites32.E2E.Routes;

/// <summary>The rows that the addresses of the pages name: some of the demo, and what the demo lacks.</summary>
public sealed class KnownRows(Portal portal) : IAsyncLifetime
{
    private readonly Dictionary<string, string> values = [];

    /// <summary>Personal links, as the mails hold them: opened once, the browser reads the pages of an applicant.</summary>
    public IReadOnlyList<string> Links { get; private set; } = [];

    public string Fill(string path) => values.Aggregate(path, (filled, value) => filled.Replace(value.Key, value.Value, StringComparison.Ordinal));

    public async ValueTask InitializeAsync()
    {
        var now = DateTimeOffset.UtcNow;
        var recruiterEmail = DemoAccounts.All.Single(a => a.Role == Role.SiteRecruiter).Email;
        await portal.InDatabaseAsync(async db =>
        {
            var offer = await db.Offers.SingleAsync(o => o.Title == DemoOffer.Fleurance && o.PublishedAt != null);
            var application = await db.Applications.Include(a => a.Candidate).FirstAsync(a => a.OfferId == offer.Id && a.Category == StageCategory.InReview);
            var recruiter = await db.Users.SingleAsync(u => u.Email == recruiterEmail);

            var toModerate = offer.Clone(Guid.NewGuid(), recruiter.Id, now, now.ParisDay());
            toModerate.Publish(mayPublishAlone: false, recruiter.Id, now, now.ParisDay());
            var question = OfferQuestion.Ask(Guid.NewGuid(), offer.Id, "Alix Curieuse", "alix@example.org", "Le logement accueille-t-il un chien\u00a0?", now);
            var draft = ApplicationDraft.Start(Guid.NewGuid(), offer.Id, "Dominique Brouillon", "dominique@example.org", "0612345678", now);
            var sent = ApplicationDraft.Start(Guid.NewGuid(), offer.Id, "Sam Envoyé", "sam@example.org", "0612345678", now);
            sent.Write(CandidateStatus.Locum, null, null, "Bonjour.", null, now);
            sent.Sent(null, now);
            var (draftLink, draftSecret) = PersonalLink.ToDraft(draft.Id, mailed: true, now);
            var (sentLink, sentSecret) = PersonalLink.ToDraft(sent.Id, mailed: true, now);
            var (link, secret) = PersonalLink.ToApplication(application.Id, now);
            db.AddRange(toModerate, question, draft, sent, draftLink, sentLink, link);
            await db.SaveChangesAsync();

            values["{path}"] = offer.Path();
            values["{offer}"] = $"{offer.Id}";
            values["{refused}"] = $"{(await db.Stages.SingleAsync(s => s.OfferId == offer.Id && s.Category == StageCategory.Refused)).Id}";
            values["{site}"] = $"{offer.SiteId}";
            values["{application}"] = $"{application.Id}";
            values["{candidate}"] = $"{application.Candidate.Id}";
            values["{account}"] = $"{recruiter.Id}";
            values["{moderated}"] = $"{toModerate.Id}";
            values["{question}"] = $"{question.Id}";
            values["{draft}"] = $"{draft.Id}";
            values["{sent}"] = $"{sent.Id}";
            Links = [$"/reprendre/{draftSecret}", $"/reprendre/{sentSecret}", $"/suivi/{secret}"];
            return 0;
        });
        await AddInternsAsync(now);
        await AddInternLifeAsync(now);
        var comparison = await portal.BehindTheWallAsync(db => db.Comparisons.FirstAsync(c => c.SharedAt != null));
        var file = await portal.BehindTheWallAsync(db => db.Cases.SingleAsync(c => c.Id == comparison.CaseId));
        var invited = SpouseCase.Invited(Guid.NewGuid(), "Alix Invité", "alix.invite@example.org", file.OwnerId!.Value, now);
        await portal.BehindTheWallAsync(db =>
        {
            db.Add(invited);
            return db.SaveChangesAsync();
        });
        var import = JobImport.Of(Guid.NewGuid(), "employeurs.csv", "employeur;commune;poste;contrat\nScierie du Bois;Mirande;Affûteur;CDI\nAilleurs;Toulouse;;\n", file.OwnerId!.Value, now);
        await portal.BehindTheWallAsync(db =>
        {
            db.Add(import);
            return db.SaveChangesAsync();
        });
        values["{import}"] = $"{import.Id}";
        var lead = await portal.BehindTheWallAsync(db => db.Leads.FirstAsync(l => l.CaseId == file.Id));
        values["{meeting}"] = $"{await portal.BehindTheWallAsync(db => db.Meetings.Where(m => m.CaseId == file.Id).Select(m => m.Id).FirstAsync())}";
        values["{lead}"] = $"{lead.Id}";
        values["{employer}"] = $"{await portal.BehindTheWallAsync(db => db.Vacancies.Where(v => v.Id == lead.VacancyId).Select(v => v.EmployerId).SingleAsync())}";
        values["{comparison}"] = $"{comparison.Id}";
        values["{case}"] = $"{file.Id}";
        values["{invited}"] = $"{invited.Id}";
    }

    private Task<int> AddInternsAsync(DateTimeOffset now) => portal.InDatabaseAsync(async db =>
    {
        var assignment = await db.Assignments.Where(a => a.PlacementId != null).OrderBy(a => a.StartsOn).FirstAsync();
        var coordinator = await db.Users.Where(u => u.Email == DemoAccounts.Coordinator).Select(u => u.Id).SingleAsync();
        var file = AssignmentImport.Of(
            Guid.NewGuid(), assignment.SemesterId, "affectations.csv",
            "nom;courriel;terrain;créneau;maquette;entrée;âge\nAlix Essai;alix.essai@example.org;Urgences (démonstration);URG;Médecine générale;02/11/2025;27\nLou Essai;lou;Ailleurs;URG;;;\n",
            coordinator, now);
        db.Add(file);
        values["{assignments}"] = $"{file.Id}";
        values["{assignment}"] = $"{assignment.Id}";
        values["{semester}"] = $"{assignment.SemesterId}";
        values["{dwelling}"] = $"{await db.Dwellings.Select(d => d.Id).FirstAsync()}";
        values["{next-semester}"] = $"{await db.Semesters.OrderByDescending(s => s.StartsOn).Select(s => s.Id).FirstAsync()}";
        values["{intern}"] = $"{assignment.InternId}";
        values["{placement}"] = $"{await db.Placements.Where(p => p.Supervisors.Count == 2).Select(p => p.Id).FirstAsync()}";
        values["{supervisor}"] = $"{await db.Supervisors.OrderBy(s => s.Name).Select(s => s.Id).FirstAsync()}";
        return await db.SaveChangesAsync();
    });

    /// <summary>Of the demo's present semester; a welcome text is written.</summary>
    private Task<int> AddInternLifeAsync(DateTimeOffset now) => portal.InDatabaseAsync(async db =>
    {
        var coming = await db.SemesterEvents.Where(e => e.StartsAt > now && e.Seats != null).OrderBy(e => e.StartsAt).FirstAsync();
        var mine = await db.Assignments.Where(a => db.Interns.Any(i => i.Id == a.InternId && i.Email == DemoAccounts.Intern)).OrderBy(a => a.StartsOn).FirstAsync();
        db.Add(SemesterWelcome.Of(coming.SemesterId, "Bonjour {prenom}, bienvenue à {terrain}."));
        values["{event}"] = $"{coming.Id}";
        values["{held}"] = $"{await db.SemesterEvents.Where(e => e.StartsAt < now).Select(e => e.Id).FirstAsync()}";
        values["{poll}"] = $"{await db.SemesterPolls.Select(p => p.Id).FirstAsync()}";
        values["{present}"] = $"{coming.SemesterId}";
        values["{mine}"] = $"{mine.Id}";
        return await db.SaveChangesAsync();
    });

    /// <summary>A new one each time: it opens once.</summary>
    public Task<string> LinkToSpouseAsync() => portal.BehindTheWallAsync(async db =>
    {
        var (link, secret) = SpouseLink.To(Guid.Parse(values["{case}"]), SpouseLinkKind.SignIn, DateTimeOffset.UtcNow);
        db.Add(link);
        await db.SaveChangesAsync();
        return $"{SpouseEmails.LinkPath}?jeton={secret}";
    });

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
