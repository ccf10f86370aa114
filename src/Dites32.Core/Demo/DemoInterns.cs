using Dites32.Core.Accounts;
using Dites32.Core.Data;
using Dites32.Core.Internships;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Core.Demo;

/// <summary>Fictitious placements, supervisors and interns, over three semesters. Nothing is added where a semester is written already.</summary>
internal static class DemoInterns
{
    private const string Old = "medecine-generale-6", New = "medecine-generale-8";

    public static async Task AddAsync(AppDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Semesters.AnyAsync(cancellationToken))
        {
            return;
        }

        var faculty = await db.Faculties.OrderBy(f => f.Name).Select(f => f.Id).FirstAsync(cancellationToken);
        var today = now.ParisDay();
        var start = today.Month is >= 5 and < 11 ? new DateOnly(today.Year, 5, 2) : new DateOnly(today.Month >= 11 ? today.Year : today.Year - 1, 11, 2);
        var (past, present, next) = (SemesterFrom(db, start.AddMonths(-6)), SemesterFrom(db, start), SemesterFrom(db, start.AddMonths(6)));
        var ducos = Supervise(db, "Dre Marion Ducos", start.AddYears(-4), start.AddYears(2), SupervisorWish.WantsInterns);
        var vidal = Supervise(db, "Dr Étienne Vidal", start.AddYears(-2), present.EndsOn.AddMonths(-1), SupervisorWish.WantsInterns);
        var soule = Supervise(db, "Dre Jeanne Soulé", start.AddYears(-1), start.AddYears(1), SupervisorWish.Unknown);
        Supervise(db, "Dr Paul Barrère", null, null, SupervisorWish.NotNow);
        var tilleuls = Place(db, "Cabinet des Tilleuls (démonstration)", PlacementKind.Ambulatory, "32132", 2, [(ducos, 60), (vidal, 40)], TrainingSlot.PractitionerLevel1, TrainingSlot.Saspas);
        var bastide = Place(db, "Maison de santé de la Bastide (démonstration)", PlacementKind.Ambulatory, "32256", 1, [(soule, 100)], TrainingSlot.PractitionerLevel1, TrainingSlot.WomanAndChild);
        var emergency = Place(db, "Urgences (démonstration)", PlacementKind.Hospital, "32013", 2, [], TrainingSlot.Emergency, TrainingSlot.FreeChoice);
        var medicine = Place(db, "Médecine polyvalente (démonstration)", PlacementKind.Hospital, "32013", 1, [], TrainingSlot.PolyvalentMedicine);

        var lea = Add(db, "Léa Tournier", New, start.AddYears(-1), faculty, now, DemoAccounts.Intern);
        var yanis = Add(db, "Yanis Berthier", New, start, faculty, now);
        var chloe = Add(db, "Chloé Marsan", Old, new DateOnly(2022, 11, 2), faculty, now);
        var bastien = Add(db, "Bastien Loubère", New, start.AddMonths(-6), faculty, now);
        var ines = Add(db, "Inès Cazaux", Old, new DateOnly(2022, 11, 2), null, now);
        Validated(db, lea, past, emergency, TrainingSlot.Emergency);
        Validated(db, chloe, past, medicine, TrainingSlot.PolyvalentMedicine);
        Send(db, lea, present, tilleuls, 1, TrainingSlot.PractitionerLevel1);
        Send(db, chloe, present, tilleuls, 2, TrainingSlot.Saspas);
        Send(db, yanis, present, emergency, 1, TrainingSlot.Emergency);
        Send(db, bastien, present, bastide, 1, TrainingSlot.PractitionerLevel1);
        db.Add(Assignment.Away(Guid.CreateVersion7(now), ines.Id, present, AssignmentKind.Elsewhere, TrainingSlot.WomanHealth, "CHU de Toulouse"));
        Send(db, yanis, next, tilleuls, 1, TrainingSlot.PractitionerLevel1);
        DemoHousing.Add(db, present, next, lea, bastien, yanis, now);
        DemoInternEvents.Add(db, past, present, [lea, chloe, yanis, bastien], tilleuls, now);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static Semester SemesterFrom(AppDbContext db, DateOnly start) => db.Add(Semester.Of(Guid.CreateVersion7(), start, start.AddMonths(6).AddDays(-1)).Value).Entity;

    private static Guid Supervise(AppDbContext db, string name, DateOnly? trainedOn, DateOnly? approvedUntil, SupervisorWish wish) => db.Add(Supervisor.Of(
        Guid.CreateVersion7(), new SupervisorProfile(name, $"{PlainText.Words(name)}@demo.dites32.example", null, trainedOn, approvedUntil, wish, null,
            wish == SupervisorWish.WantsInterns ? "Commence à 8\u00a0h\u00a030. Le repas se prend ensemble à la maison de santé. Prévoir une voiture pour les visites du mardi." : null))).Entity.Id;

    private static Guid Place(
        AppDbContext db, string name, PlacementKind kind, string inseeCode, int capacity, IReadOnlyList<(Guid Id, int Share)> supervisors, params TrainingSlot[] slots)
    {
        var placement = Placement.Of(Guid.CreateVersion7(), new PlacementProfile(name, kind, "medecine-generale", inseeCode, null, null, capacity, slots));
        placement.Share([.. supervisors.Select(s => new SupervisorShare(s.Id, s.Share))]);
        return db.Add(placement).Entity.Id;
    }

    private static Intern Add(AppDbContext db, string name, string residency, DateOnly enteredOn, Guid? faculty, DateTimeOffset now, string? email = null) => db.Add(Intern.Of(
        Guid.CreateVersion7(now), new InternProfile(name, email ?? $"{PlainText.Words(name)}@demo.dites32.example", null, faculty, residency, enteredOn), now)).Entity;

    private static Assignment Send(AppDbContext db, Intern intern, Semester semester, Guid placement, int seat, TrainingSlot slot) =>
        db.Add(Assignment.To(Guid.CreateVersion7(), intern.Id, semester, placement, seat, slot)).Entity;

    private static void Validated(AppDbContext db, Intern intern, Semester semester, Guid placement, TrainingSlot slot) =>
        Send(db, intern, semester, placement, 1, slot).Conclude(AssignmentOutcome.Validated, 6, 4, semester.EndsOn);
}
