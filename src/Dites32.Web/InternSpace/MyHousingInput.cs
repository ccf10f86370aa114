namespace Dites32.Web.InternSpace;

/// <summary>The forms of one semester's housing, as text.</summary>
public sealed class MyHousingInput
{
    public string? SemesterId { get; set; }
    public string? StartsOn { get; set; }
    public string? EndsOn { get; set; }
    public string? Wishes { get; set; }
    public bool IsKnownToFlatmates { get; set; }

    public Guid ReadSemesterId => Guid.TryParse(SemesterId, out var id) ? id : Guid.Empty;
}
