using Dites32.Core.Shared;

namespace Dites32.Core.SpouseSupport;

public static class SpouseErrors
{
    public static readonly Error NotFound = new(ErrorKind.NotFound, "spouse.not-found", "Ce dossier n'existe pas, ou n'existe plus.");

    public static readonly Error SessionOver = new(
        ErrorKind.NotFound, "spouse.session-over", "Votre espace s'est refermé. Demandez un nouveau lien pour y revenir.");

    public static readonly Error MineChangedMeanwhile = new(
        ErrorKind.Conflict, SharedErrors.ChangedMeanwhile.Code,
        "Votre dossier a changé, ou votre espace a été rouvert, depuis que cette page est ouverte. Ce que vous avez écrit est toujours là\u00a0: vérifiez, puis envoyez de nouveau.");

    public static readonly Error DeadLink = new(
        ErrorKind.Conflict, "spouse.dead-link", "Ce lien a déjà servi, ou il est trop vieux. Demandez-en un autre.");

    public static readonly Error AlreadyHere = new(
        ErrorKind.Conflict, "spouse.already-here", "Cette adresse a déjà un dossier.",
        new Dictionary<string, string[]> { [nameof(InviteSpouse.Email)] = ["Cette adresse a déjà un dossier."] });

    public static readonly Error NoCaseworker = new(
        ErrorKind.Conflict, "spouse.no-caseworker", "Cette personne n'accompagne pas de conjoints, ou plus.",
        new Dictionary<string, string[]> { [nameof(HandOverSpouseCase.ToId)] = ["Choisissez une personne de la liste."] });

    public static readonly Error NoConsent = new(
        ErrorKind.Conflict, "spouse.no-consent", "La personne n'a pas encore donné son accord\u00a0: rien ne s'écrit sur elle avant.");

    public static readonly Error EmployerNotFound = new(ErrorKind.NotFound, "spouse.employer-not-found", "Cet employeur ou ce poste n'existe pas, ou n'existe plus.");

    public static readonly Error AnnouncementNotFound = new(ErrorKind.NotFound, "spouse.announcement-not-found", "Cette annonce n'existe pas, ou n'existe plus.");

    public static readonly Error AnnouncementDecided = new(
        ErrorKind.Conflict, "spouse.announcement-decided", "Quelqu'un vient d'en décider autrement. Rechargez la page pour voir où elle en est.");

    public static readonly Error TooManyAnnouncements = new(
        ErrorKind.Conflict, "spouse.too-many-announcements", "Trop d'annonces viennent d'arriver\u00a0: celle-ci n'est pas enregistrée. Réessayez dans une heure, ou écrivez-nous.");

    public static readonly Error LeadNotFound = new(ErrorKind.NotFound, "spouse.lead-not-found", "Cette piste n'existe pas, ou n'existe plus.");

    public static readonly Error InvitedAlready = new(
        ErrorKind.Conflict, "spouse.invited-already", "Vous avez déjà envoyé une invitation. Annulez-la pour en envoyer une autre.");

    public static readonly Error TooManyInvitations = new(
        ErrorKind.Conflict, "spouse.too-many-invitations", "Trop d'invitations sont parties aujourd'hui. Réessayez demain.");

    public static readonly Error CoupleNotFound = new(
        ErrorKind.NotFound, "spouse.couple-not-found", "Cette invitation n'existe plus\u00a0: le médecin l'a reprise, ou un mois a passé.");

    public static readonly Error LinkedAlready = new(
        ErrorKind.Conflict, "spouse.linked-already", "Votre dossier est déjà relié à un autre. Séparez-les d'abord.");

    public static readonly Error ComparisonNotFound = new(ErrorKind.NotFound, "spouse.comparison-not-found", "Cette comparaison n'existe pas, ou n'existe plus.");

    public static readonly Error TooManyComparisons = new(
        ErrorKind.Conflict, "spouse.too-many-comparisons", $"Vous avez déjà {PlaceComparison.Most}\u00a0comparaisons. Effacez-en une pour en faire une autre.");

    public static readonly Error NotLinked = new(
        ErrorKind.Conflict, "spouse.not-linked", "Votre dossier n'est relié à celui d'aucun médecin\u00a0: il n'y a personne avec qui partager.");

    public static readonly Error CommuneNotFound = new(ErrorKind.NotFound, "spouse.commune-not-found", "Cette commune n'est pas dans le Gers.");

    public static readonly Error VacancyClosed = new(ErrorKind.Conflict, "spouse.vacancy-closed", "Ce poste n'est plus à pourvoir.");

    public static readonly Error SiretTaken = new(
        ErrorKind.Conflict, "spouse.siret-taken", "Un employeur porte déjà ce numéro Siret.",
        new Dictionary<string, string[]> { [nameof(JobEmployerForm.Siret)] = ["Un employeur porte déjà ce numéro Siret."] });

    public static readonly Error TaskNotFound = new(ErrorKind.NotFound, "spouse.task-not-found", "Cette tâche n'existe pas, ou n'existe plus.");

    public static readonly Error MeetingNotFound = new(ErrorKind.NotFound, "spouse.meeting-not-found", "Ce rendez-vous n'existe pas, ou n'existe plus.");

    public static readonly Error MeetingOver = new(
        ErrorKind.Conflict, "spouse.meeting-over", "Ce rendez-vous est passé ou annulé\u00a0: il ne change plus. Fixez-en un autre.");

    public static readonly Error MeetingOverlap = new(
        ErrorKind.Conflict, "spouse.meeting-overlap", "Deux rendez-vous ne peuvent pas se chevaucher.",
        new Dictionary<string, string[]> { [nameof(MeetingForm.Hour)] = ["Cette personne de l'équipe a déjà un rendez-vous à cette heure-là."] });

    public static readonly Error ClosedFile = new(
        ErrorKind.Conflict, "spouse.closed", "Ce dossier est terminé\u00a0: rien ne s'y prévoit plus, à moins de le rouvrir.");

    public static Error WrongAnswer(LeadAnswer from, LeadAnswer to) => new(
        ErrorKind.Conflict, "spouse.wrong-answer", $"Une piste «\u00a0{from.Label()}\u00a0» ne devient pas «\u00a0{to.Label()}\u00a0». Rechargez la page pour voir où elle en est.");

    /// <param name="by">Null for the person themselves.</param>
    public static Error MovedMeanwhile(string name, string? by, SpouseCaseState to) => new(
        ErrorKind.Conflict, SharedErrors.ChangedMeanwhile.Code,
        $"{by ?? "La personne"} vient de faire passer {name} à «\u00a0{to.Label()}\u00a0»\u00a0: votre déplacement n'est pas fait. Voici où en sont les dossiers.");

    public static Error WrongMove(SpouseCaseState from, SpouseCaseState to) => new(
        ErrorKind.Conflict, "spouse.wrong-move", $"Un dossier à l'étape «\u00a0{from.Label()}\u00a0» ne passe pas à «\u00a0{to.Label()}\u00a0».");
}
