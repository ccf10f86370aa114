using System.Globalization;
using System.Text;

namespace Dites32.Core.Territory;

/// <summary>
/// Draws contours as SVG path data, simplified by Douglas and Peucker's method. A border that two neighbours share is
/// cut at the points where a third begins and simplified once for both, so that no gap opens between them.
/// </summary>
internal sealed class OutlineDrawing
{
    /// <summary>How far the drawing may stray from the file, in steps of the grid (about 103 m).</summary>
    private const double Tolerance = 1.6;

    private readonly Dictionary<GeoPoint, HashSet<GeoPoint>> neighbours = [];

    public OutlineDrawing(IEnumerable<Contour> contours)
    {
        foreach (var ring in contours.SelectMany(c => c.Polygons).SelectMany(rings => rings))
        {
            for (var i = 0; i < ring.Length; i++)
            {
                var near = neighbours.TryGetValue(ring[i], out var known) ? known : neighbours[ring[i]] = [];
                near.Add(ring[i == 0 ? ^1 : i - 1]);
                near.Add(ring[i == ring.Length - 1 ? 0 : i + 1]);
            }
        }
    }

    /// <summary>« m120 45l3-8 12 4z »: the first point of a ring, then steps from point to point.</summary>
    public string Draw(Contour contour)
    {
        var path = new StringBuilder();
        foreach (var ring in contour.Polygons.SelectMany(rings => rings))
        {
            var drawn = OnGrid(Simplify(ring));
            if (drawn.Count < 3)
            {
                drawn = OnGrid(ring); // too small to be simplified
            }

            if (drawn.Count >= 3)
            {
                Append(path, drawn);
            }
        }

        return path.ToString();
    }

    private static void Append(StringBuilder path, List<(int X, int Y)> ring)
    {
        var (x, y) = ring[0];
        path.Append(CultureInfo.InvariantCulture, $"M{x}{Separated(y)}l");
        foreach (var (index, point) in ring.Index().Skip(1))
        {
            var step = string.Create(CultureInfo.InvariantCulture, $"{point.X - x}");
            path.Append(index == 1 || step[0] == '-' ? step : $" {step}").Append(Separated(point.Y - y));
            (x, y) = point;
        }

        path.Append('z');
    }

    private static string Separated(int number) =>
        number < 0 ? number.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $" {number}");

    private static List<(int X, int Y)> OnGrid(IEnumerable<GeoPoint> ring)
    {
        var points = new List<(int X, int Y)>();
        foreach (var point in ring.Select(Project))
        {
            var rounded = ((int)Math.Round(point.X), (int)Math.Round(point.Y));
            if (points.Count == 0 || points[^1] != rounded)
            {
                points.Add(rounded);
            }
        }

        if (points.Count > 1 && points[0] == points[^1])
        {
            points.RemoveAt(points.Count - 1);
        }

        return points;
    }

    private List<GeoPoint> Simplify(GeoPoint[] ring)
    {
        // Where a ring begins in the file is chance: it begins at a junction, or at the same point for both sides.
        var start = Enumerable.Range(0, ring.Length).FirstOrDefault(i => IsJunction(ring[i]), -1);
        start = start >= 0 ? start : Array.IndexOf(ring, ring.Min(Comparer<GeoPoint>.Create(Compare)));
        GeoPoint[] turned = [.. ring[start..], .. ring[..start], ring[start]];

        var kept = new List<GeoPoint>();
        var from = 0;
        for (var i = 1; i < turned.Length; i++)
        {
            if (i == turned.Length - 1 || IsJunction(turned[i]))
            {
                kept.AddRange(Border(turned[from..(i + 1)]).SkipLast(1));
                from = i;
            }
        }

        return kept;
    }

    /// <summary>The points to keep of a border, both ends included; the same ones from either side.</summary>
    private static GeoPoint[] Border(GeoPoint[] border)
    {
        var projected = border.Select(Project).ToArray();
        if (border[0] == border[^1])
        {
            var far = Enumerable.Range(1, border.Length - 2).MaxBy(i => Distance(projected[i], projected[0], projected[0]));
            return [.. Border(border[..(far + 1)]), .. Border(border[far..])[1..]];
        }

        if (Compare(border[0], border[^1]) > 0)
        {
            return [.. Border([.. border.Reverse()]).Reverse()];
        }

        var keep = new bool[border.Length];
        keep[0] = keep[^1] = true;
        Keep(projected, 0, border.Length - 1, keep);
        return [.. border.Where((_, i) => keep[i])];
    }

    private static void Keep((double X, double Y)[] points, int first, int last, bool[] keep)
    {
        if (last - first < 2)
        {
            return;
        }

        var far = Enumerable.Range(first + 1, last - first - 1).MaxBy(i => Distance(points[i], points[first], points[last]));
        if (Distance(points[far], points[first], points[last]) > Tolerance)
        {
            keep[far] = true;
            Keep(points, first, far, keep);
            Keep(points, far, last, keep);
        }
    }

    /// <summary>From a point to a segment, which may be a single point.</summary>
    private static double Distance((double X, double Y) point, (double X, double Y) from, (double X, double Y) to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = dx * dx + dy * dy;
        var along = length == 0 ? 0 : Math.Clamp(((point.X - from.X) * dx + (point.Y - from.Y) * dy) / length, 0, 1);
        return double.Hypot(point.X - from.X - along * dx, point.Y - from.Y - along * dy);
    }

    private bool IsJunction(GeoPoint point) => neighbours[point].Count > 2;

    private static int Compare(GeoPoint a, GeoPoint b) =>
        (a.Longitude, a.Latitude).CompareTo((b.Longitude, b.Latitude));

    private static (double X, double Y) Project(GeoPoint point)
    {
        var (x, y) = MapProjection.Project(point.Latitude, point.Longitude);
        return (x * MapProjection.GridPerUnit, y * MapProjection.GridPerUnit);
    }
}
