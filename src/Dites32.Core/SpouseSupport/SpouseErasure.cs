namespace Dites32.Core.SpouseSupport;

/// <summary>One line of the journal of erasures behind the wall: an id and a time.</summary>
internal sealed class SpouseErasure
{
    private SpouseErasure() { }

    public SpouseErasure(Guid caseId, DateTimeOffset at) => (CaseId, At) = (caseId, at);

    public long Id { get; private init; }
    public Guid CaseId { get; private init; }
    public DateTimeOffset At { get; private init; }
}
