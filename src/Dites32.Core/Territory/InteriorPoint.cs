namespace Dites32.Core.Territory;

/// <summary>A point that surely lies inside a contour, where its middle may not: in a crescent, or around a hole.</summary>
internal static class InteriorPoint
{
    /// <summary>The middle of the widest stretch met by a few parallels.</summary>
    public static GeoPoint Of(Contour contour)
    {
        var stretches =
            from rings in contour.Polygons
            let south = rings[0].Min(p => p.Latitude)
            let north = rings[0].Max(p => p.Latitude)
            from part in Enumerable.Range(1, 15)
            let latitude = south + (north - south) * part / 16
            from stretch in Crossings(rings, latitude).Chunk(2).Where(pair => pair.Length == 2)
            select (Latitude: latitude, West: stretch[0], East: stretch[1]);
        var (at, west, east) = stretches.MaxBy(s => s.East - s.West);
        return new GeoPoint(Math.Round((west + east) / 2, 5), Math.Round(at, 5));
    }

    private static IEnumerable<double> Crossings(GeoPoint[][] rings, double latitude) => rings
        .SelectMany(ring => ring.Select((p, i) => (From: p, To: ring[(i + 1) % ring.Length])))
        .Where(side => side.From.Latitude > latitude != side.To.Latitude > latitude)
        .Select(side => side.From.Longitude
            + (latitude - side.From.Latitude) / (side.To.Latitude - side.From.Latitude) * (side.To.Longitude - side.From.Longitude))
        .Order();
}
