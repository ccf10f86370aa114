using Dites32.Core.Data;

namespace Dites32.Core.Internships.Events;

internal static class InternEvents
{
    /// <summary>
    /// The semesters where something is written of the intern: a placement, elsewhere, or a leave, for who is away for some months
    /// may like to come too.
    /// </summary>
    public static IQueryable<Semester> SemestersWith(this AppDbContext db, Guid internId) =>
        db.Semesters.Where(s => db.Assignments.Any(a => a.SemesterId == s.Id && a.InternId == internId));

    /// <summary>The events that are announced in these semesters, or were, and those that the intern is registered for.</summary>
    public static IQueryable<SemesterEvent> EventsOf(this AppDbContext db, Guid internId) =>
        db.SemesterEvents.Where(e => e.State != SemesterEventState.Draft
            && (db.Assignments.Any(a => a.SemesterId == e.SemesterId && a.InternId == internId) || db.EventRegistrations.Any(r => r.EventId == e.Id && r.InternId == internId)));
}
