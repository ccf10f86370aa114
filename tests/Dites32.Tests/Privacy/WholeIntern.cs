using Dites32.Core.Internships;
using Dites32.Core.Internships.Events;
using Dites32.Core.Internships.Housing;
using Dites32.Core.Internships.Locum;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Dites32.Tests.Internships;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Privacy;

/// <summary>What the portal knows of the same person as an intern, and of a supervisor with their address.</summary>
internal static class WholeIntern
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="author">Whoever sends files: a coordinator's account is not erased.</param>
    public static Task<int> AddInternAsync(this CoreTest test, string address, Guid? author) => test.InDatabaseAsync(async db =>
    {
        var now = test.Clock.Now;
        var faculty = await db.Faculties.Select(f => f.Id).FirstAsync(Stop);
        var semester = Semester.Of(Guid.NewGuid(), new DateOnly(2025, 5, 5), new DateOnly(2025, 11, 2)).Value;
        var elsewhere = Semester.Of(Guid.NewGuid(), new DateOnly(2024, 11, 4), new DateOnly(2025, 5, 4)).Value;
        var intern = Intern.Of(
            Guid.NewGuid(), new InternProfile("Nadia Zelandieu", address, "0612345678", faculty, SampleInternships.New, new DateOnly(2024, 11, 4)), now);
        var supervisor = Supervisor.Of(Guid.NewGuid(), new SupervisorProfile(
            "Nadia Zelandieu", address, "0612345678", new DateOnly(2020, 1, 1), new DateOnly(2027, 1, 1), SupervisorWish.WantsInterns, "Préfère être appelée le soir.", "Commence à 8 h."));
        var dwelling = Dwelling.Of(Guid.NewGuid(), new DwellingProfile("Maison", "32013", "1 rue de l'Essai", "Nadia Zelandieu", "0612345678", address, false, null, null, null, null));
        var room = Room.Of(Guid.NewGuid(), dwelling.Id, "Chambre 1", 200);
        var request = HousingRequest.Of(Guid.NewGuid(), intern.Id, semester.Id, now);
        request.Write(semester.StartsOn, semester.EndsOn, "Une place pour un vélo.", isKnownToFlatmates: true, now);
        request.Decline("Plus de chambre.", now);
        db.AddRange(dwelling, room, request, HousingBooking.Of(Guid.NewGuid(), room.Id, intern.Id, semester, semester.StartsOn, semester.EndsOn, isKnownToFlatmates: true).Value);
        intern.Told(now);
        intern.StopContact(now);
        var placement = Placement.Of(Guid.NewGuid(), new PlacementProfile(
            "Cabinet", PlacementKind.Ambulatory, "medecine-generale", "32013", null, null, 1, [TrainingSlot.PractitionerLevel1]));
        placement.Share([new SupervisorShare(supervisor.Id, 100)]);
        var done = Assignment.To(Guid.NewGuid(), intern.Id, semester, placement.Id, 1, TrainingSlot.PractitionerLevel1);
        done.Conclude(AssignmentOutcome.Validated, 6, 4, now.ParisDay());
        db.AddRange(semester, elsewhere, intern, supervisor, placement, done,
            Assignment.Away(Guid.NewGuid(), intern.Id, elsewhere, AssignmentKind.Elsewhere, TrainingSlot.Emergency, "CHU de Toulouse"));
        var outing = SemesterEvent.Of(Guid.NewGuid(), semester.Id, new EventProfile(
            SemesterEventKind.Outing, "Sortie", now, now.AddHours(2), "Mirande", null, null, null, null, null));
        var registration = EventRegistration.Of(Guid.NewGuid(), outing.Id, intern.Id, EventPlace.Registered, 1, photoConsent: true, now);
        registration.Reminded(now);
        registration.Mark(attended: true);
        var poll = SemesterPoll.Of(Guid.NewGuid(), semester.Id, "Quel jour ?", ["Mardi", "Jeudi"], now.ParisDay());
        db.AddRange(
            outing, registration, poll, PollVote.Of(poll.Id, intern.Id, 1), WelcomeSent.Of(semester.Id, intern.Id, now), OpinionGiven.Of(done.Id, intern.Id));
        var locum = InternLocum.Of(intern.Id);
        locum.Wish(licenceMail: false, seesSupervisors: true);
        locum.Told(Guid.NewGuid(), now);
        db.AddRange(locum,
            CareerStep.Of(Guid.NewGuid(), intern.Id, StepAuthor.Intern, new StepContent(CareerStage.Settled, now.ParisDay(), IsInGers: true, "32013", IsShared: false), now),
            SupervisorSearch.Of(supervisor.Id, new SearchContent(now.ParisDay().AddDays(30), "Une semaine en août.", IsAgreed: true, SharesContact: true)));
        if (author is { } by)
        {
            var import = AssignmentImport.Of(Guid.NewGuid(), semester.Id, "affectations.csv", "nom", by, now);
            import.Done(new AssignmentCounts(0, 1, 0, 0, 0, 0), now);
            import.Undone(now);
            db.AddRange(import, SemesterContact.Of(semester.Id, by), AssignmentImportChange.Of(import.Id, new AssignmentStep(
                intern, InternIsNew: false, intern.Profile(), intern.Profile(), null, null, placement.Id, null, TrainingSlot.PractitionerLevel1)));
        }

        return await db.SaveChangesAsync(Stop);
    });

}
