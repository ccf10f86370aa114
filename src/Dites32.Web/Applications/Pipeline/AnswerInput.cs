using Dites32.Core.Applications;

namespace Dites32.Web.Applications.Pipeline;

/// <summary>What the form of an answer sends: for one person, or the same for several.</summary>
public sealed class AnswerInput
{
    public const string Write = "write";
    public const string Propose = "propose";
    public const string Review = "review";
    public const string Send = "send";

    public string? Version { get; set; }
    public string? Reason { get; set; }
    public string? Answer { get; set; }
    public string? Act { get; set; }

    /// <summary>The application that was chosen, where an offer ends.</summary>
    public string? Chosen { get; set; }

    public RefusalReason? ReadReason() => Enum.TryParse<RefusalReason>(Reason, out var reason) && Enum.IsDefined(reason) ? reason : null;

    public string Text => Answer?.ReplaceLineEndings("\n") ?? "";

    public static IEnumerable<(string, string)> Reasons => RefusalReasons.All.Select(r => (r.ToString(), r.Label()));
}
