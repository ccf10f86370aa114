using Dites32.Core.Data;
using Dites32.Core.Internships;
using Dites32.Core.Internships.Events;
using Dites32.Core.Shared;

namespace Dites32.Core.Demo;

/// <summary>Fictitious events of the present semester, a question, and opinions that are shown.</summary>
internal static class DemoInternEvents
{
    /// <param name="interns">Of the present semester; the first one is that of the demo account.</param>
    /// <param name="placement">Of whom five are said to have thought something, in semesters before.</param>
    public static void Add(AppDbContext db, Semester past, Semester present, IReadOnlyList<Intern> interns, Guid placement, DateTimeOffset now)
    {
        var day = now.ParisDay();
        var outing = Event(db, present, SemesterEventKind.Outing, "Une journée en Astarac (démonstration)", day.AddDays(20), 9, 17, "Mirande, place d'Astarac", 2, now);
        var evening = Event(db, present, SemesterEventKind.IntegrationEvening, "Soirée d'accueil des internes (démonstration)", day.AddDays(12), 19, 22, "Auch", null, now);
        Event(db, past, SemesterEventKind.EndOfResidencyEvening, "Soirée de fin de semestre (démonstration)", past.EndsOn.AddDays(-5), 19, 22, "Auch", null, now);
        Come(db, outing, EventPlace.Registered, now, interns[1], interns[2]);
        db.Add(EventRegistration.Of(Guid.CreateVersion7(), outing.Id, interns[3].Id, EventPlace.Waiting, 3, photoConsent: true, now));
        Come(db, evening, EventPlace.Registered, now, interns[1]);
        db.Add(SemesterPoll.Of(Guid.CreateVersion7(), present.Id, "Quel soir vous convient pour le point de mi-semestre\u00a0?", ["Mardi", "Mercredi", "Jeudi"], day.AddDays(15)));
        for (var mark = 1; mark <= PlacementOpinion.Batch; mark++)
        {
            db.Add(PlacementOpinion.Of(placement, 5, 4, Math.Max(3, mark), 3, mark == 1 ? "Très bon accueil, de vraies responsabilités." : null).Again(isShown: true));
        }
    }

    private static SemesterEvent Event(
        AppDbContext db, Semester semester, SemesterEventKind kind, string title, DateOnly day, int from, int to, string place, int? seats, DateTimeOffset now)
    {
        var written = SemesterEvent.Of(Guid.CreateVersion7(now), semester.Id, new EventProfile(
            kind, title, day.AtInParis(new TimeOnly(from, 0))!.Value, day.AtInParis(new TimeOnly(to, 0))!.Value, place, "Exemple d'organisateur", "Programme fictif, pour la démonstration.",
            seats, null, "Offert"));
        written.Announce();
        return db.Add(written).Entity;
    }

    private static void Come(AppDbContext db, SemesterEvent coming, EventPlace place, DateTimeOffset now, params Intern[] interns)
    {
        foreach (var (index, intern) in interns.Index())
        {
            db.Add(EventRegistration.Of(Guid.CreateVersion7(), coming.Id, intern.Id, place, index + 1, photoConsent: index == 0, now));
        }
    }
}
