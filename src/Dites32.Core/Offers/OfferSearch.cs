namespace Dites32.Core.Offers;

/// <summary>What a visitor wrote in the search form, or in an address: text, that may mean nothing.</summary>
public sealed record OfferSearch
{
    public static readonly OfferSearch Everything = new();

    /// <summary>Distances that the form offers, in kilometres; 0 is the place alone.</summary>
    public static readonly IReadOnlyList<int> Radii = [0, 10, 20, 30, 50];

    public const string SoonestStart = "debut";
    public const string SoonestClosing = "limite";
    public const string Nearest = "distance";

    /// <summary>Words of the title, the description, the place…, or a reference.</summary>
    public string Text { get; init; } = "";

    /// <summary>The code of a specialty.</summary>
    public string Specialty { get; init; } = "";

    /// <summary>The code of an <see cref="OfferType"/>.</summary>
    public string Type { get; init; } = "";

    /// <summary>A commune, a postal code or an EPCI.</summary>
    public string Place { get; init; } = "";

    /// <summary>One of <see cref="Radii"/>, for a commune.</summary>
    public string Radius { get; init; } = "";

    /// <summary>First day, « 2027-05-31 » or « 31/05/2027 ».</summary>
    public string From { get; init; } = "";
    public string To { get; init; } = "";

    /// <summary>« oui »: only offers with a place to live.</summary>
    public string Housing { get; init; } = "";

    /// <summary>« zip », « zac » or « hz ».</summary>
    public string Zone { get; init; } = "";

    /// <summary>Empty for the newest first.</summary>
    public string Sort { get; init; } = "";
}
