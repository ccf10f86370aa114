namespace Dites32.Core.Offers;

public enum OfferEventKind
{
    Created, Edited, ModerationAsked, Published, SentBack, Renewed, AnonymityLifted, UrgencyExplained, Filled, Expired, Withdrawn, StagesChanged, ExpiryReminded, PhotosChanged,
    HandedOver,
}

/// <summary>One line of an offer's history; it only grows.</summary>
internal sealed class OfferEvent
{
    private OfferEvent() { }

    public OfferEvent(Guid offerId, OfferEventKind kind, Guid? authorId, DateTimeOffset at, string? note) =>
        (OfferId, Kind, AuthorId, At, Note) = (offerId, kind, authorId, at, note);

    public long Id { get; private init; }
    public Guid OfferId { get; private init; }
    public OfferEventKind Kind { get; private init; }

    /// <summary>Null for a background job.</summary>
    public Guid? AuthorId { get; private init; }
    public DateTimeOffset At { get; private init; }
    public string? Note { get; private init; }
}

public static class OfferEventKinds
{
    public static string Label(this OfferEventKind kind) => kind switch
    {
        OfferEventKind.Created => "Brouillon créé",
        OfferEventKind.Edited => "Modifiée",
        OfferEventKind.ModerationAsked => "Soumise à la mission Dites32",
        OfferEventKind.Published => "Mise en ligne",
        OfferEventKind.SentBack => "Renvoyée à son auteur",
        OfferEventKind.Renewed => "Prolongée",
        OfferEventKind.AnonymityLifted => "Anonymat levé",
        OfferEventKind.UrgencyExplained => "Urgence motivée",
        OfferEventKind.Filled => "Pourvue",
        OfferEventKind.Expired => "Expirée",
        OfferEventKind.Withdrawn => "Retirée",
        OfferEventKind.StagesChanged => "Étapes modifiées",
        OfferEventKind.ExpiryReminded => "Rappel envoyé au référent",
        OfferEventKind.PhotosChanged => "Photos modifiées",
        OfferEventKind.HandedOver => "Confiée à un autre contact",
    };
}
