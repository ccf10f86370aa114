using Dites32.Core.Shared;

namespace Dites32.Core.Internships.Events;

public static class EventErrors
{
    public static readonly Error NotFound = new(ErrorKind.NotFound, "event.not-found", "Cet événement n'existe pas, ou n'est pas proposé aux internes de votre semestre.");

    public static readonly Error NotOpen = new(ErrorKind.Conflict, "event.not-open", "Cet événement n'est pas annoncé, est annulé ou a déjà commencé.");

    public static readonly Error RegistrationOver = new(
        ErrorKind.Conflict, "event.registration-over", "Les inscriptions sont closes. Écrivez à votre contact, qui peut encore vous inscrire.");

    public static readonly Error NotStarted = new(ErrorKind.Conflict, "event.not-started", "Les présences s'écrivent quand l'événement a commencé.");

    public static readonly Error NotDraft = new(ErrorKind.Conflict, "event.not-draft", "Cet événement a été annoncé\u00a0: annulez-le plutôt.");

    public static readonly Error NotRegistered = new(ErrorKind.Conflict, "event.not-registered", "Cette personne n'est pas inscrite à cet événement.");

    public static readonly Error NotOfSemester = SharedErrors.Invalid("InternId", "Choisissez un interne de ce semestre.");

    public static Error SeatsTaken(int taken) => SharedErrors.Invalid("Seats", $"{taken}\u00a0personnes sont inscrites\u00a0: retirez-en d'abord, ou gardez au moins autant de places.");
}
