using Dites32.Core.Shared;

namespace Dites32.Core.Internships.Housing;

public static class HousingErrors
{
    public static readonly Error NotFound = new(ErrorKind.NotFound, "housing.not-found", "Ce logement n'existe pas, ou a été retiré.");

    public static readonly Error RoomNotFound = new(ErrorKind.NotFound, "housing.room-not-found", "Cette chambre n'existe pas, ou a été retirée.");

    public static readonly Error BookingNotFound = new(ErrorKind.NotFound, "housing.booking-not-found", "Cette réservation n'existe plus.");

    public static readonly Error RequestNotFound = new(ErrorKind.NotFound, "housing.request-not-found", "Cette demande n'existe plus\u00a0: elle a été retirée.");

    public static readonly Error NoRound = new(ErrorKind.Conflict, "housing.no-round", "Les demandes de logement ne sont pas ouvertes pour ce semestre.");

    public static readonly Error RoundOver = new(ErrorKind.Conflict, "housing.round-over", "Ce semestre est terminé\u00a0: il ne se demande plus de logement.");

    public static readonly Error RoomTaken = new(ErrorKind.Conflict, "housing.room-taken", "Cette chambre est déjà prise un de ces jours. Choisissez-en une autre, ou d'autres dates.");

    public static readonly Error AlreadyHoused = new(ErrorKind.Conflict, "housing.already-housed", "Cette personne a déjà une chambre un de ces jours.");

    public static readonly Error RoomClosed = new(ErrorKind.Conflict, "housing.room-closed", "Cette chambre ou ce logement est fermé\u00a0: personne de nouveau n'y est logé.");

    public static readonly Error RoomNameTaken = Said("housing.room-name-taken", "Name", "Ce logement a déjà une chambre de ce nom.", ErrorKind.Conflict);

    public static readonly Error TooManyRooms = new(ErrorKind.Conflict, "housing.too-many-rooms", $"Ce logement a déjà {Dwelling.MaxRooms}\u00a0chambres, le maximum.");

    public static readonly Error TooManyPhotos = new(ErrorKind.Conflict, "photo.too-many", $"Ce logement a déjà {Dwelling.MaxPhotos}\u00a0photos, le maximum. Retirez-en une.");

    public static readonly Error EndsBefore = Said("housing.ends-before", "EndsOn", "Le départ vient avant l'arrivée.");

    public static readonly Error OutsideSemester = Said(
        "housing.outside-semester", "StartsOn", $"Ces jours sortent du semestre de plus de {HousingBooking.MarginDays}\u00a0jours.");

    public static readonly Error IsBooked = new(
        ErrorKind.Conflict, "housing.is-booked", "Une chambre est déjà réservée pour ce semestre. Pour la rendre, utilisez le bouton sous la réservation.");

    public static readonly Error HasBooking = new(
        ErrorKind.Conflict, "housing.has-booking", "Cette personne a déjà une chambre ce semestre\u00a0: la demande est satisfaite.");

    private static Error Said(string code, string field, string message, ErrorKind kind = ErrorKind.Invalid) =>
        new(kind, code, message, new Dictionary<string, string[]> { [field] = [message] });
}
