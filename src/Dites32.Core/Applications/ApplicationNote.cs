namespace Dites32.Core.Applications;

/// <summary>What a recruiter writes for colleagues. The person may read it on access (RGPD, art. 15).</summary>
internal sealed class ApplicationNote
{
    public const int MaxLength = 2000;

    private ApplicationNote() { }

    public ApplicationNote(Guid applicationId, Guid authorId, string text, Guid submissionId, DateTimeOffset at) =>
        (ApplicationId, AuthorId, Text, SubmissionId, At) = (applicationId, authorId, text, submissionId, at);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid ApplicationId { get; private init; }
    public Guid AuthorId { get; private init; }
    public string Text { get; private init; } = "";
    public Guid SubmissionId { get; private init; }
    public DateTimeOffset At { get; private init; }
}
