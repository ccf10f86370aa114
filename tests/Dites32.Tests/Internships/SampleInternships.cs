using Dites32.Core.Internships;

namespace Dites32.Tests.Internships;

internal static class SampleInternships
{
    public const string New = "medecine-generale-8", Old = "medecine-generale-6";

    /// <summary>Of general practice, entered in November 2025.</summary>
    public static InternForm Intern(string name, string email) => new()
    {
        Name = name,
        Email = email,
        ResidencyCode = New,
        EnteredOn = "2025-11-03",
    };

    /// <summary>A practice at Auch with two places, for first placements and SASPAS.</summary>
    public static PlacementForm Placement(string name, Guid supervisorId, string capacity = "2") => new()
    {
        Name = name,
        Kind = nameof(PlacementKind.Ambulatory),
        SpecialtyCode = "medecine-generale",
        Commune = "Auch (32000)",
        Capacity = capacity,
        Slots = [nameof(TrainingSlot.PractitionerLevel1), nameof(TrainingSlot.Saspas)],
        Supervisors = [(supervisorId.ToString(), null)],
    };
}
