namespace Dites32.Core.Internships.Housing;

/// <summary>The requests of one semester: until when, and by which rules they are ranked. Without it nobody can ask.</summary>
internal sealed class HousingRound
{
    public const int MaxNoteLength = 1000;

    private HousingRound() { }

    public Guid SemesterId { get; private init; }

    /// <summary>The last day; a later request is taken, behind the others where the rules say so.</summary>
    public DateOnly Deadline { get; private set; }

    /// <summary>Names of <see cref="PriorityCriterion"/>, the strongest first.</summary>
    public string[] Criteria { get; private set; } = [];
    public string? Note { get; private set; }

    public IReadOnlyList<PriorityCriterion> Rules => [.. Criteria.Select(Enum.Parse<PriorityCriterion>)];

    public static HousingRound Of(Guid semesterId) => new() { SemesterId = semesterId };

    public void Write(DateOnly deadline, IReadOnlyList<PriorityCriterion> rules, string? note)
    {
        (Deadline, Note) = (deadline, note);
        if (!Criteria.SequenceEqual(rules.Select(r => r.ToString())))
        {
            Criteria = [.. rules.Select(r => r.ToString())];
        }
    }
}
