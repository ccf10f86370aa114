namespace Dites32.Core.Internships;

/// <summary>
/// A specialty's training (DES): how many semesters it lasts and, where it is known, what each of them must be. General practice
/// has two, by the day of entry (data files of this folder); the length of another comes from the coordinator.
/// </summary>
internal sealed class Residency
{
    public const int MaxCodeLength = 60, MaxLabelLength = 160, MaxSemesters = 14;

    private Residency() { }

    public string Code { get; private init; } = "";
    public string SpecialtyCode { get; private init; } = "";
    public string Label { get; private init; } = "";
    public int Semesters { get; private set; }

    /// <summary>Of presence, which validate a semester.</summary>
    public int MonthsToValidate { get; private set; }

    /// <summary>Of the entry in the residency; null without a bound.</summary>
    public DateOnly? EntryFrom { get; private init; }
    public DateOnly? EntryBefore { get; private init; }

    /// <summary>The names of its slots, in their usual order; empty where only the length is known.</summary>
    public string[] Slots { get; private init; } = [];

    public Curriculum Curriculum() => new(Semesters, MonthsToValidate, [.. Slots.Select(Enum.Parse<TrainingSlot>)]);

    public bool Admits(DateOnly entry) => (EntryFrom is not { } from || entry >= from) && (EntryBefore is not { } before || entry < before);

    /// <summary>Of a specialty whose slots are not known.</summary>
    public static Residency OfLength(string specialtyCode, string specialty, int semesters, int monthsToValidate) => new()
    {
        Code = specialtyCode,
        SpecialtyCode = specialtyCode,
        Label = specialty,
        Semesters = semesters,
        MonthsToValidate = monthsToValidate,
    };

    public void Correct(int semesters, int monthsToValidate) => (Semesters, MonthsToValidate) = (semesters, monthsToValidate);
}
