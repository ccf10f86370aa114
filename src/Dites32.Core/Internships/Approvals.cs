namespace Dites32.Core.Internships;

/// <summary>How an approval to train interns (agrément) stands on a day.</summary>
public enum ApprovalState { Unknown, Expired, EndsSoon, Approved }

public static class Approvals
{
    /// <summary>A file takes weeks: it is asked for before the end.</summary>
    public const int WarningMonths = 3;

    public static ApprovalState Of(DateOnly? until, DateOnly day) =>
        until is not { } last ? ApprovalState.Unknown
        : last < day ? ApprovalState.Expired
        : last < day.AddMonths(WarningMonths) ? ApprovalState.EndsSoon
        : ApprovalState.Approved;

    public static string Label(this ApprovalState state) => state switch
    {
        ApprovalState.Unknown => "Agrément non renseigné",
        ApprovalState.Expired => "Agrément échu",
        ApprovalState.EndsSoon => "Agrément bientôt échu",
        ApprovalState.Approved => "Agréé",
    };
}
