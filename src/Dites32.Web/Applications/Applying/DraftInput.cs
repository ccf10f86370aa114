using Dites32.Core.Applications;
using Dites32.Core.Candidates;
using Dites32.Core.Shared;

namespace Dites32.Web.Applications.Applying;

/// <summary>The second step of an application as it was typed.</summary>
internal sealed class DraftInput
{
    public string? Status { get; set; }
    public string? SpecialtyCode { get; set; }
    public string? Rpps { get; set; }
    public string? WishesWhere { get; set; }
    public string? WishesWhat { get; set; }
    public string? WishesFrom { get; set; }
    public string? Message { get; set; }
    public string? Act { get; set; }

    public static DraftInput Of(DraftAsWritten draft) => new()
    {
        Status = draft.Status?.ToString(),
        SpecialtyCode = draft.SpecialtyCode,
        Rpps = draft.Rpps,
        WishesWhere = draft.WishesWhere,
        WishesWhat = draft.WishesWhat,
        WishesFrom = draft.WishesFrom?.ForMachines(),
        Message = draft.Message,
    };

    public WriteDraft ToCommand(Guid draftId, bool toBeContinued) => new(
        draftId,
        Enum.TryParse<CandidateStatus>(Status, out var status) && Enum.IsDefined(status) ? status : null,
        Rpps ?? "", SpecialtyCode ?? "", Message ?? "", WishesWhere ?? "", WishesWhat ?? "", WishesFrom ?? "", toBeContinued);
}
