namespace Dites32.Core.SpouseSupport;

public enum SpouseEventKind
{
    Invited, Moved, Corrected, StepPlanned, HandedOver, Spoke, NoteAdded, ErasureAnnounced, LeadProposed, LeadAnswered, CoupleLinked, CoupleEnded,
    DocumentAdded, DocumentRemoved,
    TaskAdded, TaskDone, TaskReopened, MeetingSet, MeetingMoved, MeetingCancelled,
}

/// <summary>One line of a file's history; it only grows, holds codes only, and goes with its file.</summary>
internal sealed class SpouseEvent
{
    private SpouseEvent() { }

    public SpouseEvent(Guid caseId, SpouseEventKind kind, Guid? authorId, DateTimeOffset at) =>
        (CaseId, Kind, AuthorId, At) = (caseId, kind, authorId, at);

    public long Id { get; private init; }
    public Guid CaseId { get; private init; }
    public SpouseEventKind Kind { get; private init; }

    /// <summary>The caseworker; null for the partner themselves.</summary>
    public Guid? AuthorId { get; private init; }
    public DateTimeOffset At { get; private init; }
    public SpouseCaseState? From { get; init; }
    public SpouseCaseState? To { get; init; }
}

public static class SpouseEventLabels
{
    public static string Label(this SpouseEventKind kind) => kind switch
    {
        SpouseEventKind.Invited => "Invitation envoyée",
        SpouseEventKind.Moved => "Changement d'étape",
        SpouseEventKind.Corrected => "Dossier corrigé par la personne",
        SpouseEventKind.StepPlanned => "Prochaine étape fixée",
        SpouseEventKind.HandedOver => "Dossier confié à une autre personne",
        SpouseEventKind.Spoke => "Échange avec la personne",
        SpouseEventKind.NoteAdded => "Note ajoutée",
        SpouseEventKind.LeadProposed => "Piste proposée",
        SpouseEventKind.LeadAnswered => "Réponse à une piste",
        SpouseEventKind.CoupleLinked => "Dossier relié à celui du médecin",
        SpouseEventKind.CoupleEnded => "Dossiers séparés",
        SpouseEventKind.DocumentAdded => "Document ajouté",
        SpouseEventKind.DocumentRemoved => "Document retiré",
        SpouseEventKind.TaskAdded => "Tâche ajoutée",
        SpouseEventKind.TaskDone => "Tâche faite",
        SpouseEventKind.TaskReopened => "Tâche rouverte",
        SpouseEventKind.MeetingSet => "Rendez-vous fixé",
        SpouseEventKind.MeetingMoved => "Rendez-vous changé",
        SpouseEventKind.MeetingCancelled => "Rendez-vous annulé",
        SpouseEventKind.ErasureAnnounced => "Effacement prochain annoncé",
    };
}
