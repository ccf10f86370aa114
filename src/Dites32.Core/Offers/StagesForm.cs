namespace Dites32.Core.Offers;

/// <summary>What the form of the stages posts, as typed.</summary>
public sealed record StagesForm
{
    public List<StageFormRow> Stages { get; set => field = value ?? []; } = [];
    public string? NewCategory { get; set; }
    public string? NewLabel { get; set; }
}

public sealed record StageFormRow
{
    public string? Id { get; set; }
    public string? Label { get; set; }
    public string? AnswerDays { get; set; }
    public bool Notifies { get; set; }
}
