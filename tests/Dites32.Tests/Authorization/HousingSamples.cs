using Dites32.Core.Internships.Housing;
using Dites32.Core.Offers;

namespace Dites32.Tests.Authorization;

internal static class HousingSamples
{
    public static void AddTo(Samples samples)
    {
        samples.Add(_ => new AddDwelling(Guid.NewGuid(), HousingGround.Form("Autre maison")));
        samples.Add(c => new AddDwellingPhoto(c.Ground.Housing.DwellingId, "La même cuisine", c.Ground.Photo));
        samples.Add(c => new AddRoom(Guid.NewGuid(), c.Ground.Housing.DwellingId, "Chambre neuve", "210"));
        samples.Add(c => new BookRoom(Guid.NewGuid(), c.Ground.Housing.FreeRoomId, c.Ground.Interns.FreeInternId, c.Ground.Interns.SemesterId, "2025-11-03", "2026-03-29"));
        samples.Add(c => new CancelBooking(c.Ground.Housing.BookingId));
        samples.Add(c => new ChangeBooking(c.Ground.Housing.BookingId, c.Ground.Housing.BookingVersion, c.Ground.Housing.RoomId, "2025-11-03", "2026-03-01"));
        samples.Add(c => new CloseDwelling(c.Ground.Housing.DwellingId, IsClosed: false));
        samples.Add(c => new CorrectDwelling(c.Ground.Housing.DwellingId, c.Ground.Housing.DwellingVersion, HousingGround.Form("Maison corrigée")));
        samples.Add(c => new CorrectRoom(c.Ground.Housing.RoomId, c.Ground.Housing.RoomVersion, "Chambre corrigée", "220", IsOpen: true));
        samples.Add(c => new DeclineHousingRequest(c.Ground.Housing.RequestId, c.Ground.Housing.RequestVersion, "Plus de chambre."));
        samples.Add(c => new GetArrivalKit(c.Ground.Interns.InternId, null));
        samples.Add(c => new GetDwelling(c.Ground.Housing.DwellingId));
        samples.Add(_ => new GetHousingDesk(null));
        samples.Add(_ => new GetMyArrivalKit(null));
        samples.Add(_ => new GetMyHousing());
        samples.Add(c => new GiveUpRoom(c.Ground.Interns.SemesterId));
        samples.Add(_ => new ListDwellings(null));
        samples.Add(c => new MayAddDwellingPhoto(c.Ground.Housing.DwellingId, "La cuisine"));
        samples.Add(c => new RemoveDwellingPhoto(c.Ground.Housing.DwellingId, c.Ground.Housing.Photo));
        samples.Add(c => new RequestHousing(c.Ground.Housing.SemesterId, "2026-11-02", "2027-04-01", null, IsKnownToFlatmates: true));
        samples.Add(_ => new SetHousingAllowance("2027-01-01", "300", "", "Essai"));
        samples.Add(c => new SetHousingRound(c.Ground.Housing.SemesterId, "2026-09-01", [nameof(PriorityCriterion.WholeSemester)], null));
        samples.Add(c => new ShowToFlatmates(c.Ground.Interns.SemesterId, IsKnown: true));
        samples.Add(c => new ViewDwellingPhoto(c.Ground.Housing.DwellingId, c.Ground.Housing.Photo, PhotoSize.Small));
        samples.Add(c => new WithdrawHousingRequest(c.Ground.Housing.SemesterId));
    }
}
