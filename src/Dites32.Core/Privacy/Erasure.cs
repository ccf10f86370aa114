namespace Dites32.Core.Privacy;

/// <summary>What was erased. Its name stands in the journal and in the files made of it.</summary>
public enum ErasedKind { Account, Application, Draft, Question, Intern }

/// <summary>
/// One line of the journal of erasures (journal des effacements): what was erased and when, in ids only, so that a restored
/// backup can be made to forget it again.
/// </summary>
internal sealed class Erasure
{
    private Erasure() { }

    public Erasure(ErasedKind kind, Guid subjectId, DateTimeOffset at) => (Kind, SubjectId, At) = (kind, subjectId, at);

    public long Id { get; private init; }
    public ErasedKind Kind { get; private init; }
    public Guid SubjectId { get; private init; }
    public DateTimeOffset At { get; private init; }
}
