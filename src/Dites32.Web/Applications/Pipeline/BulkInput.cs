using System.Globalization;
using Dites32.Core.Applications;
using Dites32.Web.Shared.Forms;

namespace Dites32.Web.Applications.Pipeline;

/// <summary>What the form of a list sends, besides the ticked rows.</summary>
public sealed class BulkInput
{
    public string? ToStage { get; set; }
    public string? Reason { get; set; }
    public string? Answer { get; set; }
    public string? Act { get; set; }

    public RefusalReason? ReadReason() => Enum.TryParse<RefusalReason>(Reason, out var reason) && Enum.IsDefined(reason) ? reason : null;

    public string Text => Answer?.ReplaceLineEndings("\n") ?? "";

    /// <summary>Takes the proposed text, where it is asked for or left untouched; true once the answer is to be read again or sent.</summary>
    public bool Prepare()
    {
        if (Act is AnswerInput.Review or AnswerInput.Send)
        {
            Answer = ProposedAnswers.Choose(ReadReason(), Answer);
            return true;
        }

        Answer = Act == AnswerInput.Propose && ReadReason() is { } chosen ? ProposedAnswers.For(chosen) : Answer ?? ProposedAnswers.Neutral;
        return false;
    }
}

/// <summary>One ticked row, at the version its reader saw.</summary>
public sealed record BulkRow(Guid Id, uint Version, string Name)
{
    public const int MaxRows = 50;

    public string Value => string.Create(CultureInfo.InvariantCulture, $"{Id}:{Version}:{Name}");

    public static IReadOnlyList<BulkRow> Read(IFormCollection form) =>
        [.. form["lignes"].Select(Read).OfType<BulkRow>().DistinctBy(r => r.Id).Take(MaxRows)];

    private static BulkRow? Read(string? text) =>
        (text ?? "").Split(':', 3) is [var id, var version, var name] && Guid.TryParse(id, out var row)
            ? new BulkRow(row, RowVersion.Read(version), name)
            : null;
}
