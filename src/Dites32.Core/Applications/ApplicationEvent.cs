using Dites32.Core.Offers;

namespace Dites32.Core.Applications;

public enum ApplicationEventKind
{
    Submitted, EmailConfirmed, Moved, TakenBack, Withdrawn, ContactCorrected, DocumentAdded, DocumentRemoved, NoteAdded, LinkRenewed, Merged, Unmerged, Erased, PoolJoined, PoolLeft, ErasureAnnounced,
}

/// <summary>One line of an application's history; it only grows, and holds ids and codes only.</summary>
internal sealed class ApplicationEvent
{
    private ApplicationEvent() { }

    public ApplicationEvent(Guid applicationId, ApplicationEventKind kind, Guid? authorId, DateTimeOffset at) =>
        (ApplicationId, Kind, AuthorId, At) = (applicationId, kind, authorId, at);

    public long Id { get; private init; }
    public Guid ApplicationId { get; private init; }
    public ApplicationEventKind Kind { get; private init; }

    /// <summary>Null for the person who applied, and for jobs.</summary>
    public Guid? AuthorId { get; private init; }
    public DateTimeOffset At { get; private init; }
    public Guid? FromStageId { get; init; }
    public StageCategory? FromCategory { get; init; }
    public Guid? ToStageId { get; init; }
    public StageCategory? ToCategory { get; init; }
    public RefusalReason? Reason { get; init; }

    /// <summary>The move before this one never reached the person: its mail had not left.</summary>
    public bool ReplacesUnheard { get; init; }
}

public static class ApplicationEventKinds
{
    public static string Label(this ApplicationEventKind kind) => kind switch
    {
        ApplicationEventKind.Submitted => "Candidature reçue",
        ApplicationEventKind.EmailConfirmed => "Adresse confirmée",
        ApplicationEventKind.Moved => "Changement d'étape",
        ApplicationEventKind.TakenBack => "Changement d'étape annulé",
        ApplicationEventKind.Withdrawn => "Retirée par la personne",
        ApplicationEventKind.ContactCorrected => "Coordonnées corrigées",
        ApplicationEventKind.DocumentAdded => "Document ajouté",
        ApplicationEventKind.DocumentRemoved => "Document retiré",
        ApplicationEventKind.NoteAdded => "Note ajoutée",
        ApplicationEventKind.LinkRenewed => "Nouveau lien de suivi envoyé",
        ApplicationEventKind.Merged => "Rapprochée d'une autre candidature de la même personne",
        ApplicationEventKind.Unmerged => "Rapprochement annulé",
        ApplicationEventKind.PoolJoined => "Accord pour le vivier donné",
        ApplicationEventKind.PoolLeft => "Accord pour le vivier retiré",
        ApplicationEventKind.ErasureAnnounced => "Effacement prochain annoncé",
        ApplicationEventKind.Erased => "Données effacées",
    };
}
