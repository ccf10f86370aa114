using Dites32.Core.Internships;
using Dites32.Web.Territory;

namespace Dites32.Web.Internships;

/// <summary>Where an intern goes in a semester, as text.</summary>
public sealed class AssignInput
{
    public string? SubmissionId { get; set; }
    public string? SemesterId { get; set; }
    public string? Kind { get; set; }
    public string? PlacementId { get; set; }
    public string? Slot { get; set; }
    public bool IsInExcess { get; set; }
    public string? Where { get; set; }

    public AssignIntern Command(Guid internId) => new(
        Guid.TryParse(SubmissionId, out var id) ? id : Guid.Empty, internId, Id(SemesterId), Choice.Of<AssignmentKind>(Kind), Id(PlacementId),
        Choice.Of<TrainingSlot>(Slot), IsInExcess, Where);

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;
}
