namespace Dites32.Core.Offers;

/// <summary>What somebody asks before applying, and the recruiter's answer.</summary>
internal sealed class OfferQuestion
{
    public const int MaxNameLength = 120;
    public const int MaxTextLength = 2000;

    private OfferQuestion() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid SubmissionId { get; private init; }
    public Guid OfferId { get; private init; }
    public string Name { get; private init; } = "";
    public string Email { get; private init; } = "";
    public string Text { get; private init; } = "";
    public DateTimeOffset AskedAt { get; private init; }
    public string? Answer { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public Guid? AnsweredById { get; private set; }

    public static OfferQuestion Ask(Guid submissionId, Guid offerId, string name, string email, string text, DateTimeOffset now) =>
        new() { SubmissionId = submissionId, OfferId = offerId, Name = name, Email = email, Text = text, AskedAt = now };

    /// <summary>One answer, which has left by mail: it does not change any more.</summary>
    public bool TryAnswer(string answer, Guid author, DateTimeOffset now)
    {
        if (AnsweredAt is not null)
        {
            return false;
        }

        (Answer, AnsweredById, AnsweredAt) = (answer, author, now);
        return true;
    }
}
