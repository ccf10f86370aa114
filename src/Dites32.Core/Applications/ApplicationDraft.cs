using Dites32.Core.Candidates;

namespace Dites32.Core.Applications;

/// <summary>
/// An application being written (brouillon): kept from the first step, found again by the link sent by mail, and gone a
/// month after its last change. Its id is drawn with the form, so that it also recognises a submission sent twice.
/// </summary>
internal sealed class ApplicationDraft
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private ApplicationDraft() { }

    public Guid Id { get; private init; }
    public Guid? OfferId { get; private init; }
    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string Phone { get; private set; } = "";
    public CandidateStatus? Status { get; private set; }
    public string? Rpps { get; private set; }
    public string? SpecialtyCode { get; private set; }
    public string Message { get; private set; } = "";
    public Wishes? Wishes { get; private set; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset ChangedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Set once; the page of a sent draft is its confirmation.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>The application it became; null when the address already had a live one, which the page does not tell.</summary>
    public Guid? ApplicationId { get; private set; }

    public static ApplicationDraft Start(Guid id, Guid? offerId, string name, string email, string phone, DateTimeOffset now)
    {
        var draft = new ApplicationDraft { Id = id, OfferId = offerId, CreatedAt = now };
        draft.WriteContact(name, email, phone, now);
        return draft;
    }

    public void WriteContact(string name, string email, string phone, DateTimeOffset now)
    {
        (Name, Email, Phone) = (name, email, phone);
        Touch(now);
    }

    /// <summary>What the portal knows of somebody signed in, for them to correct.</summary>
    public void Prefill(string? rpps) => Rpps = rpps;

    public void Write(CandidateStatus? status, string? rpps, string? specialtyCode, string message, Wishes? wishes, DateTimeOffset now)
    {
        (Status, Rpps, SpecialtyCode, Message, Wishes) = (status, rpps, specialtyCode, message, wishes);
        Touch(now);
    }

    /// <summary>What is still missing before it can be sent, in the words of the form.</summary>
    public bool IsComplete => Status is not null && Message.Length > 0 && (OfferId is not null || Wishes is not null);

    public void Sent(Guid? applicationId, DateTimeOffset now)
    {
        (SentAt, ApplicationId) = (now, applicationId);
        Touch(now);
    }

    private void Touch(DateTimeOffset now) => (ChangedAt, ExpiresAt) = (now, now + Lifetime);
}
