namespace Dites32.Core.Offers;

/// <summary>What a stage means to rules, mails and figures, whatever a recruiter calls it.</summary>
public enum StageCategory
{
    Received, InReview, Shortlisted, Interview, Visit, Proposal, Accepted, Papers, InPost, Refused, Withdrawn, Closed,
}

public static class StageCategories
{
    /// <summary>The person still awaits something: an answer is due.</summary>
    public static bool AwaitsAnswer(this StageCategory category) => category < StageCategory.InPost;

    /// <summary>What recruiters call the category itself.</summary>
    public static string UsualLabel(this StageCategory category) => StageTemplate.Usual.First(s => s.Category == category).Label;

    /// <summary>A recruiter may want two of them, such as a first and a second interview.</summary>
    public static bool MayBeSeveral(this StageCategory category) => category is > StageCategory.Received and < StageCategory.InPost;

    public static bool IsEnd(this StageCategory category) => category >= StageCategory.InPost;

    /// <summary>What the candidate reads; a recruiter's own labels stay inside.</summary>
    public static string PublicLabel(this StageCategory category) => category switch
    {
        StageCategory.Received => "Reçue",
        StageCategory.InReview or StageCategory.Shortlisted => "À l'étude",
        StageCategory.Interview => "Entretien",
        StageCategory.Visit => "Visite",
        StageCategory.Proposal => "Proposition",
        StageCategory.Accepted => "Acceptée",
        StageCategory.Papers => "Pièces à réunir",
        StageCategory.InPost => "Prise de fonction",
        StageCategory.Refused => "Non retenue",
        StageCategory.Withdrawn => "Retirée",
        StageCategory.Closed => "Sans suite",
    };
}

/// <summary>A column of the pipeline of one offer, or of the pool of spontaneous applications (étape).</summary>
internal sealed class Stage
{
    public const int MaxLabelLength = 40;
    public const int UsualAnswerDays = 5;

    private Stage() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Null for the pool of the mission.</summary>
    public Guid? OfferId { get; private init; }
    public int Position { get; private set; }
    public string Label { get; private set; } = "";
    public StageCategory Category { get; private init; }

    /// <summary>Working days within which the person gets an answer; null where nothing is awaited.</summary>
    public int? AnswerDays { get; private set; }

    /// <summary>Moving a card here writes to the person.</summary>
    public bool NotifiesCandidate { get; private set; }

    public static Stage Of(Guid? offerId, StageTemplate template) => new()
    {
        OfferId = offerId,
        Position = template.Position,
        Label = template.Label,
        Category = template.Category,
        AnswerDays = template.Category.AwaitsAnswer() ? template.AnswerDays ?? UsualAnswerDays : null,
        NotifiesCandidate = template.NotifiesCandidate,
    };

    public void Rename(string label, int? answerDays, bool notifiesCandidate)
    {
        Label = label;
        AnswerDays = Category.AwaitsAnswer() ? answerDays ?? UsualAnswerDays : null;
        NotifiesCandidate = notifiesCandidate;
    }

    public void MoveTo(int position) => Position = position;

    public StageTemplate ToTemplate() => new(Position, Label, Category, NotifiesCandidate, AnswerDays);
}

/// <summary>The stages copied into each new offer, which its recruiter may then rename.</summary>
internal sealed record StageTemplate(int Position, string Label, StageCategory Category, bool NotifiesCandidate, int? AnswerDays = null)
{
    public static readonly IReadOnlyList<StageTemplate> Usual =
    [
        new(0, "Reçue", StageCategory.Received, false),
        new(1, "À l'étude", StageCategory.InReview, true),
        new(2, "Présélection", StageCategory.Shortlisted, false),
        new(3, "Entretien", StageCategory.Interview, true),
        new(4, "Visite", StageCategory.Visit, true),
        new(5, "Proposition", StageCategory.Proposal, true),
        new(6, "Acceptée", StageCategory.Accepted, true),
        new(7, "Pièces", StageCategory.Papers, true),
        new(8, "Prise de fonction", StageCategory.InPost, true),
        new(9, "Non retenue", StageCategory.Refused, true),
        new(10, "Retirée", StageCategory.Withdrawn, false),
        new(11, "Sans suite", StageCategory.Closed, true),
    ];
}
