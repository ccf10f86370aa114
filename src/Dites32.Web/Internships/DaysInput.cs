namespace Dites32.Web.Internships;

/// <summary>The two days of a semester, as text.</summary>
public sealed class DaysInput
{
    /// <summary>Of the new semester, or the semester itself.</summary>
    public string? SubmissionId { get; set; }
    public string? Version { get; set; }
    public string? StartsOn { get; set; }
    public string? EndsOn { get; set; }
}
