using Dites32.Core.Offers;
using static Dites32.Core.Offers.StageCategory;

namespace Dites32.Core.Applications;

public enum PipelineMove { Advance, Hire, Refuse, Close, Reopen, Withdraw }

/// <summary>Who moves a card: whoever manages the offer, the mission, or the person who applied.</summary>
public enum PipelineRole { Recruiter, Mission, Person }

/// <summary>The rules of the pipeline, on one screen: from × move × role → to. The server, the menus and the board read this table.</summary>
public static class PipelineRules
{
    private static readonly StageCategory[] UnderWay = [Received, InReview, Shortlisted, Interview, Visit, Proposal];
    private static readonly StageCategory[] Chosen = [Accepted, Papers];
    private static readonly StageCategory[] Open = [.. UnderWay, .. Chosen];
    private static readonly PipelineRole[] Staff = [PipelineRole.Recruiter, PipelineRole.Mission];

    private static readonly (StageCategory[] From, PipelineMove Move, PipelineRole[] By, StageCategory[] To)[] Rules =
    [
        // A card moves forward and back among the open stages: a mistake is put right by moving it again.
        (Open, PipelineMove.Advance, Staff, UnderWay),
        ([Interview, Visit, Proposal, Papers], PipelineMove.Hire, Staff, [Accepted]),
        ([Accepted], PipelineMove.Hire, Staff, [Papers, InPost]),
        ([Papers], PipelineMove.Hire, Staff, [InPost]),
        (Open, PipelineMove.Refuse, Staff, [Refused]),
        (Open, PipelineMove.Close, Staff, [Closed]),
        ([Refused, Closed], PipelineMove.Reopen, Staff, [InReview]),
        ([InPost], PipelineMove.Reopen, [PipelineRole.Mission], [Papers]),
        (Open, PipelineMove.Withdraw, [PipelineRole.Person], [Withdrawn]),
    ];

    /// <summary>The move that leads from one category to another for this role; null when none does.</summary>
    public static PipelineMove? MoveFor(StageCategory from, StageCategory to, PipelineRole role)
    {
        foreach (var rule in Rules)
        {
            if (rule.From.Contains(from) && rule.To.Contains(to) && rule.By.Contains(role))
            {
                return rule.Move;
            }
        }

        return null;
    }

    public static bool Allows(StageCategory from, StageCategory to, PipelineRole role) => MoveFor(from, to, role) is not null;

    /// <summary>An end that the recruiter chooses: it needs a reason and an answer to the person.</summary>
    public static bool NeedsAnswer(StageCategory to) => to is Refused or Closed;
}
