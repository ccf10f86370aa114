namespace Dites32.Core.Territory;

/// <summary>
/// The one drawing of the Gers: equirectangular at 43.7° north, north up. Outlines are stored on a grid twice as fine
/// as the units of the map, so that they stay whole numbers and still look smooth.
/// </summary>
public static class MapProjection
{
    /// <summary>The viewBox of the map is <c>0 0 Width Height</c>; one unit is about 206 m.</summary>
    public const int Width = 600;
    public const int Height = 430;

    /// <summary>Grid steps in a unit of the map.</summary>
    public const int GridPerUnit = 2;

    private const double West = -0.305;
    private const double North = 44.095;
    private const double LatitudeOfTrueScale = 43.7;
    private const double UnitsPerDegreeNorth = 541;

    private static readonly double UnitsPerDegreeEast =
        UnitsPerDegreeNorth * Math.Cos(LatitudeOfTrueScale * Math.PI / 180);

    /// <summary>In units of the map.</summary>
    public static (double X, double Y) Project(double latitude, double longitude) =>
        ((longitude - West) * UnitsPerDegreeEast, (North - latitude) * UnitsPerDegreeNorth);
}
