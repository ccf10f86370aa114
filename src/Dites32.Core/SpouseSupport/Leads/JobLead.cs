using Dites32.Core.Shared;

namespace Dites32.Core.SpouseSupport;

/// <summary>What the partner says of a lead (piste).</summary>
public enum LeadAnswer { Proposed, Kept, Refused, Applied, Interview, Hired, NotHired }

public static class LeadAnswers
{
    public static string Label(this LeadAnswer answer) => answer switch
    {
        LeadAnswer.Proposed => "Proposée",
        LeadAnswer.Kept => "Gardée",
        LeadAnswer.Refused => "Écartée",
        LeadAnswer.Applied => "Candidature envoyée",
        LeadAnswer.Interview => "Entretien",
        LeadAnswer.Hired => "Retenue",
        LeadAnswer.NotHired => "Non retenue",
    };

    /// <summary>In the words of the person who answers.</summary>
    public static string Saying(this LeadAnswer answer) => answer switch
    {
        LeadAnswer.Proposed => "Je ne sais pas encore",
        LeadAnswer.Kept => "Je la garde",
        LeadAnswer.Refused => "Elle n'est pas pour moi",
        LeadAnswer.Applied => "J'ai candidaté",
        LeadAnswer.Interview => "J'ai un entretien",
        LeadAnswer.Hired => "J'ai le poste",
        LeadAnswer.NotHired => "Cela n'a pas marché",
    };

    /// <summary>From one answer to the next; a mistake can be taken back.</summary>
    public static IReadOnlyList<LeadAnswer> Next(this LeadAnswer answer) => answer switch
    {
        LeadAnswer.Proposed => [LeadAnswer.Kept, LeadAnswer.Applied, LeadAnswer.Refused],
        LeadAnswer.Kept => [LeadAnswer.Applied, LeadAnswer.Refused],
        LeadAnswer.Refused => [LeadAnswer.Kept],
        LeadAnswer.Applied => [LeadAnswer.Interview, LeadAnswer.Hired, LeadAnswer.NotHired, LeadAnswer.Kept],
        LeadAnswer.Interview => [LeadAnswer.Hired, LeadAnswer.NotHired, LeadAnswer.Applied],
        LeadAnswer.Hired => [LeadAnswer.Interview],
        LeadAnswer.NotHired => [LeadAnswer.Interview],
    };
}

/// <summary>A post proposed to a partner (piste): the person keeps it, puts it aside, applies, and says how it went.</summary>
internal sealed class JobLead
{
    public const int MaxCommentLength = 500;

    private JobLead() { }

    public JobLead(Guid caseId, Guid vacancyId, Guid proposedById, DateTimeOffset at) =>
        (Id, CaseId, VacancyId, ProposedById, ProposedAt) = (Guid.CreateVersion7(at), caseId, vacancyId, proposedById, at);

    public Guid Id { get; private init; }
    public Guid CaseId { get; private init; }
    public Guid VacancyId { get; private init; }
    public Guid ProposedById { get; private init; }
    public DateTimeOffset ProposedAt { get; private init; }
    public LeadAnswer Answer { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>What the person adds, for their caseworker.</summary>
    public string? Comment { get; private set; }

    public Result Say(LeadAnswer answer, string? comment, DateTimeOffset now)
    {
        if (answer != Answer && !Answer.Next().Contains(answer))
        {
            return SpouseErrors.WrongAnswer(Answer, answer);
        }

        (Answer, Comment, AnsweredAt) = (answer, comment, now);
        return Result.Success;
    }
}
