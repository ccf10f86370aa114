using System.Globalization;
using Dites32.Core.Internships.Locum;
using Dites32.Core.Shared;
using Dites32.Web.Shared.Forms;

namespace Dites32.Web.Internships.Locum;

/// <summary>A step's form, as text.</summary>
public sealed class StepInput
{
    public string? SubmissionId { get; set; }

    /// <summary>Of the step that is corrected; empty for a new one.</summary>
    public string? StepId { get; set; }
    public string? Version { get; set; }
    public string? Stage { get; set; }
    public string? Day { get; set; }
    public string? InGers { get; set; }
    public string? Commune { get; set; }
    public bool IsShared { get; set; }

    public Guid? ReadStep => Guid.TryParse(StepId, out var id) ? id : null;

    public Guid ReadSubmission => Guid.TryParse(SubmissionId, out var id) ? id : Guid.Empty;

    public uint ReadVersion => RowVersion.Read(Version);

    public StepForm Form => new() { Stage = Stage, Day = Day, InGers = InGers, Commune = Commune, IsShared = IsShared };

    /// <param name="step">Null for a new one.</param>
    public static StepInput Of(CareerRow? step) => step is null
        ? new() { SubmissionId = Guid.CreateVersion7().ToString() }
        : new()
        {
            StepId = step.Id.ToString(),
            Version = step.Version.ToString(CultureInfo.InvariantCulture),
            Stage = step.Stage.ToString(),
            Day = step.Day.ForMachines(),
            InGers = step.IsInGers switch { true => "oui", false => "non", null => null },
            Commune = step.Commune,
            IsShared = step.IsShared,
        };
}

/// <summary>The step that a button is about.</summary>
public sealed class RemovalInput
{
    public string? StepId { get; set; }

    public Guid ReadStep => Guid.TryParse(StepId, out var id) ? id : Guid.Empty;
}
