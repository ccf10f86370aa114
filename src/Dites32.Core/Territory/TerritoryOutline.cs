namespace Dites32.Core.Territory;

internal enum OutlineKind { Commune, Epci, Department }

/// <summary>A simplified outline, drawn once for the map at import.</summary>
internal sealed class TerritoryOutline
{
    private TerritoryOutline() { }

    public OutlineKind Kind { get; private init; }

    /// <summary>The INSEE code, the code of the EPCI or the number of the département.</summary>
    public string Code { get; private init; } = "";

    /// <summary>SVG path data on the grid of <see cref="MapProjection"/>.</summary>
    public string Path { get; private init; } = "";

    /// <summary>Who has to be named under the map.</summary>
    public string Source { get; private init; } = "";
}
