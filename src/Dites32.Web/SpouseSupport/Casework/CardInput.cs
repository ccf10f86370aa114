namespace Dites32.Web.SpouseSupport.Casework;

/// <summary>A card that moves, as text.</summary>
public sealed class CardInput
{
    public string? CaseId { get; set; }
    public string? Version { get; set; }
    public string? To { get; set; }
}
