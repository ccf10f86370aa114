namespace Dites32.Core.Offers;

/// <summary>The photos in the order in which the form shows them, and the button that was pressed, if it is not « Enregistrer ».</summary>
public sealed class PhotosForm
{
    public List<PhotoFormRow> Photos { get; set; } = [];

    /// <summary>The photo to move one place up, by its hash.</summary>
    public string? Up { get; set; }
    public string? Down { get; set; }
    public string? Remove { get; set; }
}

public sealed class PhotoFormRow
{
    public string? Hash { get; set; }
    public string? Description { get; set; }
}
