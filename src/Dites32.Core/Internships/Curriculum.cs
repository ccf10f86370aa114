namespace Dites32.Core.Internships;

/// <summary>What a residency asks of an intern (maquette).</summary>
/// <param name="Slots">One semester each, in their usual order; empty where semesters are only counted.</param>
public sealed record Curriculum(int Semesters, int MonthsToValidate, IReadOnlyList<TrainingSlot> Slots)
{
    /// <summary>The slots that a semester of this residency may count for.</summary>
    public IReadOnlyList<TrainingSlot> Offered => [.. Slots.Count > 0 ? Slots : [TrainingSlot.OfSpecialty], TrainingSlot.OutsideSpecialty];

    /// <summary>
    /// What is left to validate. A slot is held by one validated semester; one validated twice, or outside the specialty, holds the
    /// free choice where the curriculum has one and it is free.
    /// </summary>
    /// <param name="validated">The slots of the validated semesters, in any order.</param>
    public CurriculumProgress Progress(IReadOnlyCollection<TrainingSlot> validated)
    {
        if (Slots.Count == 0)
        {
            return new CurriculumProgress(Math.Min(validated.Count, Semesters), Math.Max(0, Semesters - validated.Count), []);
        }

        var left = Slots.ToList();
        var others = validated.Count(slot => !left.Remove(slot));
        if (others > 0)
        {
            left.Remove(TrainingSlot.FreeChoice);
        }

        return new CurriculumProgress(Slots.Count - left.Count, left.Count, left);
    }
}

/// <param name="Held">Semesters of the curriculum that are done.</param>
/// <param name="Missing">Semesters that are left.</param>
/// <param name="Slots">What they must be; empty where semesters are only counted.</param>
public sealed record CurriculumProgress(int Held, int Missing, IReadOnlyList<TrainingSlot> Slots)
{
    public bool IsOver => Missing == 0;
}
