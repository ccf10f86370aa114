using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Core.SpouseSupport.Data;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Demo;

/// <summary>Fictitious partners in some states, behind the wall. Nothing is added where there are files already.</summary>
internal static class DemoSpouses
{
    public static async Task AddAsync(SpouseDbContext db, Guid caseworker, Guid doctor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Cases.AnyAsync(cancellationToken))
        {
            return;
        }

        Add(db, "Inès Capdevielle", new("Inès Capdevielle", "0699000001", Couple.LivingTogether, null, "Enseignante en lycée", SpouseProject.PublicService, "32132", now.ParisDay().AddMonths(4), "Je suis titulaire, je voudrais une mutation."),
            caseworker, now.AddDays(-9), []);
        Add(db, "Thomas Bégué", new("Thomas Bégué", null, Couple.Married, "Dr Anaïs Bégué", "Menuisier", SpouseProject.OwnBusiness, "32013", null, null),
            caseworker, now.AddDays(-40), [SpouseCaseState.Interview, SpouseCaseState.Project]);
        Add(db, "Leïla Marquerie", new("Leïla Marquerie", "0699000003", Couple.Pacs, null, "Comptable", SpouseProject.Employment, "32256", now.ParisDay().AddMonths(1), null),
            caseworker, now.AddDays(-75), [SpouseCaseState.Interview, SpouseCaseState.Project, SpouseCaseState.Leads, SpouseCaseState.Applications]);
        Add(db, "Hugo Saint-Martin", new("Hugo Saint-Martin", null, Couple.LivingTogether, null, "Développeur", SpouseProject.RemoteWork, null, null, null),
            caseworker, now.AddDays(-200), [SpouseCaseState.Interview, SpouseCaseState.Project, SpouseCaseState.InPost]);
        var files = db.Cases.Local.ToDictionary(c => c.Name);
        var library = Employer(db, "Librairie des Palombes (démonstration)", "Commerce", "32013", caseworker, now);
        var office = Employer(db, "Cabinet comptable des Bastides (démonstration)", "Comptabilité", "32256", caseworker, now);
        var college = Employer(db, "Lycée des Remparts (démonstration)", "Enseignement", "32132", caseworker, now);
        Vacancy(db, library, new("Libraire", "D1210", JobContract.Permanent, "32013", null, now.ParisDay().AddMonths(2), null, "Vente et conseil, 35 heures."), caseworker, now);
        var accountant = Vacancy(db, office, new("Comptable", "M1203", JobContract.Permanent, "32256", now.ParisDay().AddMonths(2), null, null, "Tenue des comptes de petites entreprises."), caseworker, now);
        var teacher = Vacancy(db, college, new("Enseignement des lettres, contractuel", "K2107", JobContract.PublicService, "32132", null, now.ParisDay().AddMonths(1), null, null), caseworker, now);
        var lead = new JobLead(files["Leïla Marquerie"].Id, accountant, caseworker, now.AddDays(-20));
        lead.Say(LeadAnswer.Applied, "J'ai envoyé ma candidature.", now.AddDays(-12));
        db.AddRange(lead, new JobLead(files["Inès Capdevielle"].Id, teacher, caseworker, now.AddDays(-2)));
        db.Add(new JobLead(files["Hugo Saint-Martin"].Id, teacher, caseworker, now.AddDays(-150)));
        AddCouple(db, files["Inès Capdevielle"], doctor, now);
        Vacancy(db, office, new("Assistante comptable", "M1203", JobContract.FixedTerm, "32256", now.ParisDay().AddMonths(2), null, null, "Remplacement de six mois."), caseworker, now);
        files["Leïla Marquerie"].IsOfTrade("M1203");
        db.Add(new EmployerTalk(Guid.CreateVersion7(now), office, now.ParisDay().AddDays(-24), TalkWay.Phone, "Cherchent depuis le printemps, d'accord pour une visite.", caseworker, now.AddDays(-24)));
        files["Hugo Saint-Martin"].PlanStep("Prendre des nouvelles à 12 mois", now.ParisDay().AddMonths(5), caseworker, now.AddDays(-90));
        files["Leïla Marquerie"].PlanStep("Demander où en sont les candidatures", now.ParisDay(), caseworker, now.AddDays(-10));
        files["Thomas Bégué"].PlanStep("Voir la chambre de métiers ensemble", now.ParisDay().AddDays(6), caseworker, now.AddDays(-3));
        Plan(db, files["Inès Capdevielle"].Id, files["Thomas Bégué"].Id, caseworker, now);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Linked to the demo's candidate, with whom a comparison is shared.</summary>
    private static void AddCouple(SpouseDbContext db, SpouseCase file, Guid doctor, DateTimeOffset now)
    {
        var link = CoupleLink.Proposed(Guid.CreateVersion7(now), doctor, "Camille", file.Id, now.AddDays(-7));
        link.Agree(now.AddDays(-6));
        var comparison = PlaceComparison.Of(
            Guid.CreateVersion7(now), file.Id, "32132", "32013", null, "À Fleurance je connais le lycée. À Auch il y en aurait plusieurs.", now.AddDays(-4));
        comparison.Share(now.AddDays(-3));
        db.AddRange(link, comparison);
    }

    /// <summary>A meeting with each, a task that is late, one to come and one that is done.</summary>
    private static void Plan(SpouseDbContext db, Guid first, Guid second, Guid caseworker, DateTimeOffset now)
    {
        var today = now.ParisDay();
        var done = SpouseTask.Of(Guid.CreateVersion7(now), first, "Envoyer le calendrier des mutations", today.AddDays(-5), caseworker, caseworker, now.AddDays(-7));
        done.Tick(true, caseworker, now.AddDays(-6));
        db.AddRange(
            done,
            SpouseTask.Of(Guid.CreateVersion7(now), first, "Demander au lycée s'il attend quelqu'un", today.AddDays(-2), caseworker, caseworker, now.AddDays(-7)),
            SpouseTask.Of(Guid.CreateVersion7(now), second, "Demander le guide de la chambre de métiers", WorkingDays.Add(today, 2), caseworker, caseworker, now.AddDays(-3)),
            Meeting(first, 3, new TimeOnly(14, 0), MeetingWay.Phone, null),
            Meeting(second, 6, new TimeOnly(10, 30), MeetingWay.InPerson, "Hôtel du Département, Auch"));

        SpouseMeeting Meeting(Guid file, int days, TimeOnly hour, MeetingWay way, string? place) => SpouseMeeting.Of(
            Guid.CreateVersion7(now), file, new MeetingTime(WorkingDays.Add(today, days).AtInParis(hour)!.Value, 45, way, place, caseworker), caseworker, now.AddDays(-1));
    }

    private static Guid Employer(SpouseDbContext db, string name, string sector, string inseeCode, Guid caseworker, DateTimeOffset now)
    {
        var employer = JobEmployer.Of(Guid.CreateVersion7(now), new JobEmployerProfile(name, null, sector, inseeCode, null, null, null), caseworker, now.AddDays(-30));
        db.Add(employer);
        return employer.Id;
    }

    private static Guid Vacancy(SpouseDbContext db, Guid employer, JobVacancyProfile profile, Guid caseworker, DateTimeOffset now)
    {
        var vacancy = JobVacancy.Of(Guid.CreateVersion7(now), employer, profile, caseworker, now.AddDays(-25));
        db.Add(vacancy);
        return vacancy.Id;
    }

    /// <summary>Agreed a day after the request, then a state a week; its next step is the usual one, counted from its last move.</summary>
    private static void Add(SpouseDbContext db, string name, SpouseProfile profile, Guid caseworker, DateTimeOffset at, IReadOnlyList<SpouseCaseState> states)
    {
        var address = $"{PlainText.Words(name)}@demo.dites32.example";
        var file = SpouseCase.Requested(Guid.CreateVersion7(at), address, profile, at);
        file.Agree(caseworker, SpouseCaseRules.UsualStep(SpouseCaseState.Consent, at.AddDays(1).ParisDay()), NoticeVersion.Current, at.AddDays(1));
        foreach (var (index, state) in states.Index())
        {
            var moved = at.AddDays(8 + 7 * index);
            var (step, on) = SpouseCaseRules.UsualStep(state, moved.ParisDay());
            file.MoveTo(state, step, on, caseworker, moved);
        }

        db.Add(file);
        db.Add(new SpouseNote(Guid.CreateVersion7(at.AddDays(2)), file.Id, caseworker, "Nous nous sommes parlé au téléphone. Rappeler le matin.", at.AddDays(2)));
        db.Add(new SpouseEvent(file.Id, SpouseEventKind.NoteAdded, caseworker, at.AddDays(2)));
    }
}
