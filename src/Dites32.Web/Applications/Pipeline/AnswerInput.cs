using Dites32.Core.Applications;
using Dites32.Core.Shared;

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

    /// <summary>What a refusal lacks before it can be read again; null when it lacks nothing.</summary>
    public static Error? Missing(RefusalReason? reason, string answer)
    {
        var fields = new Dictionary<string, string[]>();
        if (reason is null)
        {
            fields["Reason"] = ["Choisissez un motif."];
        }

        if (answer.Length == 0)
        {
            fields["Answer"] = ["Écrivez une réponse."];
        }

        return fields.Count == 0 ? null : SharedErrors.Invalid(fields);
    }

    public static IEnumerable<(string, string)> Reasons => RefusalReasons.All.Select(r => (r.ToString(), r.Label()));
}
