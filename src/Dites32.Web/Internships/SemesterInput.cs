namespace Dites32.Web.Internships;

/// <summary>What is written about one semester of an intern, as text.</summary>
public sealed class SemesterInput
{
    public string? AssignmentId { get; set; }
    public string? Version { get; set; }
    public string? Outcome { get; set; }
    public string? MonthsPresent { get; set; }
    public string? StartsOn { get; set; }
    public string? EndsOn { get; set; }

    public Guid Id => Guid.TryParse(AssignmentId, out var id) ? id : Guid.Empty;
}
