using Dites32.Web.Shared.Forms;

namespace Dites32.Web.SpouseSupport.Casework;

/// <summary>The forms of a file, as text.</summary>
public sealed class CaseInput
{
    public string? Version { get; set; }
    public string? To { get; set; }
    public string? NextStep { get; set; }
    public string? NextStepOn { get; set; }
    public string? Text { get; set; }
    public string? Spoke { get; set; }
    public string? SubmissionId { get; set; }
    public string? ToId { get; set; }

    public uint ReadVersion => RowVersion.Read(Version);
}
