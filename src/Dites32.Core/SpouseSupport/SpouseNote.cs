namespace Dites32.Core.SpouseSupport;

/// <summary>What a caseworker keeps of a talk, for themselves and the colleagues who take over. The person reads it on request.</summary>
internal sealed class SpouseNote
{
    public const int MaxLength = 4000;

    private SpouseNote() { }

    public SpouseNote(Guid id, Guid caseId, Guid authorId, string text, DateTimeOffset at) =>
        (Id, CaseId, AuthorId, Text, At) = (id, caseId, authorId, text, at);

    /// <summary>Drawn by the form: sent twice, it is one note.</summary>
    public Guid Id { get; private init; }
    public Guid CaseId { get; private init; }
    public Guid AuthorId { get; private init; }
    public string Text { get; private init; } = "";
    public DateTimeOffset At { get; private init; }
}
