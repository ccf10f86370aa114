namespace Dites32.Web.SpouseSupport.Casework;

/// <summary>The forms of the tasks of a file, as text.</summary>
public sealed class TaskInput
{
    public string? SubmissionId { get; set; }
    public string? ToDo { get; set; }
    public string? DueOn { get; set; }
    public string? OwnerId { get; set; }

    /// <summary>The task that is done, or is not after all.</summary>
    public string? Done { get; set; }
    public string? Reopened { get; set; }
}
