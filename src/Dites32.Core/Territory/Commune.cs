namespace Dites32.Core.Territory;

/// <summary>A commune of the Gers, as INSEE counts them. Written only by the loader and the import of outlines.</summary>
internal sealed class Commune
{
    private Commune() { }

    /// <summary>Five characters, leading zeros kept.</summary>
    public string InseeCode { get; private init; } = "";
    public string Name { get; private init; } = "";
    public string[] PostalCodes { get; private init; } = [];
    public int Population { get; private init; }
    public string Arrondissement { get; private init; } = "";
    public string EpciCode { get; private init; } = "";

    /// <summary>Known for thirty towns from the data files, for all communes once points or outlines are imported.</summary>
    public double? Latitude { get; private init; }
    public double? Longitude { get; private init; }

    /// <summary>The coordinates come from an import: the data files do not overwrite them.</summary>
    public bool HasImportedPoint { get; private init; }
}
