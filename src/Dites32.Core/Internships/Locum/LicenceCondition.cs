namespace Dites32.Core.Internships.Locum;

/// <param name="Semesters">Validated ones, whatever they count for.</param>
/// <param name="OneOf">One validated semester at least is one of these; empty where nothing is asked.</param>
/// <param name="Further">What the portal does not check, and shows; null for nothing.</param>
/// <param name="IsConfirmed">False where the source is second-hand: the Ordre is to be asked.</param>
internal sealed record LicenceTerms(int Semesters, IReadOnlyList<TrainingSlot> OneOf, string? Further, string Source, bool IsConfirmed);

/// <summary>
/// What a licence de remplacement asks in one specialty (CSP, art. L.4131-2 and annex 41-1). A specialty without a row is not
/// known here: nothing is guessed.
/// </summary>
internal sealed class LicenceCondition
{
    public const int MaxFurtherLength = 600, MaxSourceLength = 300;

    private LicenceCondition() { }

    public string SpecialtyCode { get; private init; } = "";
    public int Semesters { get; private set; }

    /// <summary>Names of <see cref="TrainingSlot"/>.</summary>
    public string[] OneOf { get; private set; } = [];
    public string? Further { get; private set; }
    public string Source { get; private set; } = "";
    public bool IsConfirmed { get; private set; }

    public LicenceTerms Terms() => new(Semesters, [.. OneOf.Select(Enum.Parse<TrainingSlot>)], Further, Source, IsConfirmed);

    public static LicenceCondition Of(string specialtyCode, LicenceTerms terms)
    {
        var condition = new LicenceCondition { SpecialtyCode = specialtyCode };
        condition.Correct(terms);
        return condition;
    }

    public void Correct(LicenceTerms terms)
    {
        (Semesters, Further, Source, IsConfirmed) = (terms.Semesters, terms.Further, terms.Source, terms.IsConfirmed);
        if (!OneOf.SequenceEqual(terms.OneOf.Select(s => s.ToString())))
        {
            OneOf = [.. terms.OneOf.Select(s => s.ToString())];
        }
    }
}

/// <summary>One condition, and whether the validated semesters meet it.</summary>
public sealed record LicenceLine(string Words, bool IsMet);

/// <summary>Where an intern stands with the conditions of their specialty.</summary>
/// <param name="Lines">Empty where the conditions are not known here.</param>
/// <param name="Further">What the portal does not check; null for nothing.</param>
/// <param name="Source">Null where the conditions are not known here.</param>
public sealed record LicenceState(IReadOnlyList<LicenceLine> Lines, string? Further, string? Source, bool IsConfirmed)
{
    public bool IsKnown => Lines.Count > 0;

    /// <summary>All that the portal can check is met.</summary>
    public bool IsMet => IsKnown && Lines.All(l => l.IsMet);

    /// <param name="validated">The slots of the validated semesters, in any order.</param>
    internal static LicenceState Of(LicenceTerms? terms, IReadOnlyCollection<TrainingSlot> validated)
    {
        if (terms is null)
        {
            return new LicenceState([], null, null, IsConfirmed: false);
        }

        var lines = new List<LicenceLine>
        {
            new($"{terms.Semesters}\u00a0{(terms.Semesters == 1 ? "semestre validé" : "semestres validés")} au moins ({validated.Count} à ce jour)", validated.Count >= terms.Semesters),
        };
        if (terms.OneOf.Count > 0)
        {
            lines.Add(new LicenceLine(
                $"Dont un au moins parmi\u00a0: {string.Join(" ou ", terms.OneOf.Select(s => s.Label()))}", validated.Any(terms.OneOf.Contains)));
        }

        return new LicenceState(lines, terms.Further, terms.Source, terms.IsConfirmed);
    }
}
