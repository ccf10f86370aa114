namespace Dites32.Core.Internships;

/// <summary>
/// What a semester counts for in the curriculum of a residency (créneau de la maquette). The last two count for no slot of
/// general practice. Stored by name: a slot may be added, never renamed.
/// </summary>
public enum TrainingSlot
{
    Emergency, PractitionerLevel1, PolyvalentMedicine, WomanAndChild, WomanHealth, ChildHealth, Saspas, FreeChoice, Consolidation1, Consolidation2,

    /// <summary>In another specialty than the intern's (hors filière).</summary>
    OutsideSpecialty,

    /// <summary>Of a residency whose semesters are counted, not told apart.</summary>
    OfSpecialty,
}

public enum TrainingPhase { Foundation, Deepening, Consolidation }

public static class TrainingSlots
{
    public static readonly IReadOnlyList<TrainingSlot> All = Enum.GetValues<TrainingSlot>();

    public static string Label(this TrainingSlot slot) => slot switch
    {
        TrainingSlot.Emergency => "Urgences",
        TrainingSlot.PractitionerLevel1 => "Praticien, niveau 1",
        TrainingSlot.PolyvalentMedicine => "Médecine polyvalente",
        TrainingSlot.WomanAndChild => "Couple femme-enfant",
        TrainingSlot.WomanHealth => "Santé de la femme",
        TrainingSlot.ChildHealth => "Santé de l'enfant",
        TrainingSlot.Saspas => "SASPAS",
        TrainingSlot.FreeChoice => "Stage libre",
        TrainingSlot.Consolidation1 => "Consolidation, premier semestre",
        TrainingSlot.Consolidation2 => "Consolidation, second semestre",
        TrainingSlot.OutsideSpecialty => "Hors filière",
        TrainingSlot.OfSpecialty => "Stage de la spécialité",
    };

    /// <summary>As the people of the trade write it, and as a file of assignments holds it.</summary>
    public static string Code(this TrainingSlot slot) => slot switch
    {
        TrainingSlot.Emergency => "URG",
        TrainingSlot.PractitionerLevel1 => "N1",
        TrainingSlot.PolyvalentMedicine => "POLY",
        TrainingSlot.WomanAndChild => "FE",
        TrainingSlot.WomanHealth => "FEMME",
        TrainingSlot.ChildHealth => "ENFANT",
        TrainingSlot.Saspas => "SASPAS",
        TrainingSlot.FreeChoice => "LIBRE",
        TrainingSlot.Consolidation1 => "CONSO1",
        TrainingSlot.Consolidation2 => "CONSO2",
        TrainingSlot.OutsideSpecialty => "HORS_FILIERE",
        TrainingSlot.OfSpecialty => "SPE",
    };

    public static TrainingPhase? Phase(this TrainingSlot slot) => slot switch
    {
        TrainingSlot.Emergency or TrainingSlot.PractitionerLevel1 => TrainingPhase.Foundation,
        TrainingSlot.Consolidation1 or TrainingSlot.Consolidation2 => TrainingPhase.Consolidation,
        TrainingSlot.OutsideSpecialty or TrainingSlot.OfSpecialty => null,
        _ => TrainingPhase.Deepening,
    };

    public static string Label(this TrainingPhase phase) => phase switch
    {
        TrainingPhase.Foundation => "Socle",
        TrainingPhase.Deepening => "Approfondissement",
        TrainingPhase.Consolidation => "Consolidation",
    };
}
