using Dites32.Core.Data;
using Dites32.Core.Internships;
using Dites32.Core.Internships.Housing;

namespace Dites32.Core.Demo;

/// <summary>A fictitious house of three rooms: two interns live there, a third one asks for the next semester.</summary>
internal static class DemoHousing
{
    private static readonly int[] Rents = [180, 180, 220];

    public static void Add(AppDbContext db, Semester present, Semester next, Intern lea, Intern bastien, Intern yanis, DateTimeOffset now)
    {
        var house = Dwelling.Of(Guid.CreateVersion7(now), new DwellingProfile(
            "Maison des internes (démonstration)", "32013", "12 rue de l'Exemple", "Commune (démonstration)", "0562000000", "logement@demo.dites32.example", IsOfAuthority: true,
            "Trois chambres meublées, une cuisine commune, un jardin. Internet compris.", "Dans la boîte à code à droite de la porte. Le code vous est donné par téléphone la veille.",
            "Depuis la gare, dix minutes à pied. Une place de parking par chambre.", "On prévient ses colocataires quand on reçoit.\nPas de tabac à l'intérieur.\nLe ménage de la cuisine tourne chaque semaine."));
        var rooms = Rents.Select((rent, index) => Room.Of(Guid.CreateVersion7(now), house.Id, $"Chambre {index + 1}", rent)).ToList();
        db.Add(house);
        db.AddRange(rooms);
        foreach (var semester in new[] { present, next })
        {
            var round = HousingRound.Of(semester.Id);
            round.Write(semester.StartsOn.AddDays(-21), PriorityCriteria.Usual, "Une chambre gardée sans prévenir manque à quelqu'un\u00a0: rendez-la dès que vous le savez.");
            db.Add(round);
        }

        Book(db, rooms[0], lea, present, isKnown: true);
        Book(db, rooms[1], bastien, present, isKnown: true);
        var request = HousingRequest.Of(Guid.CreateVersion7(now), yanis.Id, next.Id, now);
        request.Write(next.StartsOn, next.EndsOn, "Au calme si possible.", isKnownToFlatmates: true, now);
        db.Add(request);
    }

    private static void Book(AppDbContext db, Room room, Intern intern, Semester semester, bool isKnown) =>
        db.Add(HousingBooking.Of(Guid.CreateVersion7(), room.Id, intern.Id, semester, semester.StartsOn, semester.EndsOn, isKnown).Value);
}
