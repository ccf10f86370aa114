using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using Dites32.Core.Territory;
using Microsoft.AspNetCore.Components;

namespace Dites32.Web.Territory;

/// <summary>The towns and the links of the map, drawn once for as long as the same list of points is shown: they are half of what a list page renders.</summary>
internal static class MapMarks
{
    private const double MarkRadius = 12;

    private static readonly ConditionalWeakTable<IReadOnlyList<MapPoint>, Drawing> Known = [];

    public static MarkupString Of(IReadOnlyList<MapPoint> points, TerritoryGround ground, Func<int, string> countInWords)
    {
        if (!Known.TryGetValue(points, out var drawing) || drawing.Ground != ground)
        {
            drawing = new Drawing(ground, Draw(points, ground, countInWords));
            Known.AddOrUpdate(points, drawing);
        }

        return drawing.Marks;
    }

    private static MarkupString Draw(IReadOnlyList<MapPoint> points, TerritoryGround ground, Func<int, string> countInWords)
    {
        var marks = points.Select(p => (At: Place(p.Latitude, p.Longitude), Point: p)).GroupBy(p => p.At, p => p.Point).ToList();
        var svg = new StringBuilder();
        foreach (var town in ground.Towns)
        {
            var (x, y) = Place(town.Latitude!.Value, town.Longitude!.Value);
            var isCovered = marks.Any(m => double.Hypot(m.Key.X - x, m.Key.Y - y) < MarkRadius);
            svg.Append(CultureInfo.InvariantCulture,
                $"<g class=\"map-town\" aria-hidden=\"true\"><circle cx=\"{Number(x)}\" cy=\"{Number(y)}\" r=\"2.5\"></circle><text x=\"{Number(x)}\" y=\"{Number(y + (isCovered ? 26 : 15))}\" font-size=\"12\" text-anchor=\"middle\">{Encode(town.Name)}</text></g>");
        }

        // Two points at the same place would hide each other: they become one, which leads where the first led.
        foreach (var place in marks)
        {
            var (x, y, count) = (Number(place.Key.X), Number(place.Key.Y), place.Sum(p => p.Count));
            var label = Encode($"{string.Join(", ", place.Select(p => p.Label).Distinct())}\u00a0: {countInWords(count)}");
            svg.Append(CultureInfo.InvariantCulture,
                $"<a class=\"map-point\" href=\"{Encode(place.First().Href)}\" aria-label=\"{label}\"><title>{label}</title><circle cx=\"{x}\" cy=\"{y}\" r=\"{MarkRadius}\"></circle><text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\" dominant-baseline=\"central\">{count}</text></a>");
        }

        return new MarkupString(svg.ToString());
    }

    private static (double X, double Y) Place(double latitude, double longitude)
    {
        var (x, y) = MapProjection.Project(latitude, longitude);
        return (Math.Round(x, 1), Math.Round(y, 1));
    }

    private static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    private sealed record Drawing(TerritoryGround Ground, MarkupString Marks);
}
