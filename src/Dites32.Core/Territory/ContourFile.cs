using System.Globalization;
using System.Text.Json;

namespace Dites32.Core.Territory;

/// <summary>An outline as its file says it: polygons of rings, of which the first is the outer one and the others are holes.</summary>
internal sealed record Contour(OutlineKind Kind, string Code, IReadOnlyList<GeoPoint[][]> Polygons);

internal readonly record struct GeoPoint(double Longitude, double Latitude);

/// <summary>
/// Reads what an import is made of: GeoJSON (the communes and the EPCI as collections of features, the département as a
/// collection of geometries) or a CSV of one point per commune (<c>insee;lat;lon</c>).
/// </summary>
/// <exception cref="InvalidDataException">The file is not what it should be; the message is for whoever started the import.</exception>
internal static class ContourFile
{
    public const string DepartmentCode = "32";

    private const double FarthestInDegrees = 1.5; // an EPCI may cross the border; swapped coordinates are far away
    private static readonly GeoPoint Middle = new(0.46, 43.69);

    public static async Task<IReadOnlyList<Contour>> ReadContoursAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            using var json = await JsonDocument.ParseAsync(file, cancellationToken: cancellationToken);
            return json.RootElement.GetProperty("type").GetString() switch
            {
                "FeatureCollection" => [.. json.RootElement.GetProperty("features").EnumerateArray().Select(Feature)],
                "GeometryCollection" => [new Contour(OutlineKind.Department, DepartmentCode,
                    [.. json.RootElement.GetProperty("geometries").EnumerateArray().SelectMany(Polygons)])],
                var other => throw new InvalidDataException($"a FeatureCollection or a GeometryCollection was expected, not '{other}'"),
            };
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{path} is not the GeoJSON that was expected: {wrong.Message}", wrong);
        }
        catch (InvalidDataException wrong)
        {
            throw new InvalidDataException($"{path} cannot be imported: {wrong.Message}.", wrong);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path} cannot be read: {unreadable.Message}", unreadable);
        }
    }

    public static async Task<IReadOnlyDictionary<string, GeoPoint>> ReadPointsAsync(string path, CancellationToken cancellationToken)
    {
        string[] lines;
        try
        {
            lines = await File.ReadAllLinesAsync(path, cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path} cannot be read: {unreadable.Message}", unreadable);
        }

        if (lines.FirstOrDefault()?.Trim() != "insee;lat;lon")
        {
            throw new InvalidDataException($"{path} cannot be imported: its first line should be 'insee;lat;lon'.");
        }

        var points = new Dictionary<string, GeoPoint>();
        foreach (var (index, line) in lines.Index().Skip(1).Where(l => !string.IsNullOrWhiteSpace(l.Item)))
        {
            var fields = line.Trim().Split(';');
            if (fields.Length != 3 || fields[0].Length != CommuneMapping.InseeCodeLength
                || !double.TryParse(fields[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
                || !double.TryParse(fields[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
                || !IsNear(new GeoPoint(longitude, latitude))
                || !points.TryAdd(fields[0], new GeoPoint(longitude, latitude)))
            {
                throw new InvalidDataException(
                    $"{path} cannot be imported: line {index + 1} should hold an INSEE code seen once, a latitude and a longitude in or near the Gers.");
            }
        }

        return points;
    }

    private static Contour Feature(JsonElement feature)
    {
        var properties = feature.GetProperty("properties");
        var (kind, code, length) = properties.TryGetProperty("code", out var commune)
            ? (OutlineKind.Commune, commune.GetString(), CommuneMapping.InseeCodeLength)
            : properties.TryGetProperty("epci", out var epci)
                ? (OutlineKind.Epci, epci.GetString(), 9)
                : throw new InvalidDataException("a feature has neither a property 'code' (commune) nor 'epci'");
        if (code?.Length != length)
        {
            throw new InvalidDataException($"'{code}' is not a code of {length} characters");
        }

        return new Contour(kind, code, [.. Polygons(feature.GetProperty("geometry"))]);
    }

    private static IEnumerable<GeoPoint[][]> Polygons(JsonElement geometry)
    {
        var coordinates = geometry.GetProperty("coordinates");
        return geometry.GetProperty("type").GetString() switch
        {
            "Polygon" => [Rings(coordinates)],
            "MultiPolygon" => coordinates.EnumerateArray().Select(Rings),
            var other => throw new InvalidDataException($"an outline is a Polygon or a MultiPolygon, not '{other}'"),
        };
    }

    private static GeoPoint[][] Rings(JsonElement polygon) => polygon.GetArrayLength() > 0
        ? [.. polygon.EnumerateArray().Select(Ring)]
        : throw new InvalidDataException("a polygon has no ring");

    /// <summary>Without its last point, which repeats the first.</summary>
    private static GeoPoint[] Ring(JsonElement ring)
    {
        var points = ring.EnumerateArray().Select(p => new GeoPoint(p[0].GetDouble(), p[1].GetDouble())).ToArray();
        if (points.Length < 4 || points[0] != points[^1])
        {
            throw new InvalidDataException("a ring has at least four points, and its last is its first");
        }

        return points.All(IsNear)
            ? points[..^1]
            : throw new InvalidDataException("a point is far from the Gers (a position is a longitude, then a latitude, in degrees)");
    }

    private static bool IsNear(GeoPoint point) =>
        Math.Abs(point.Longitude - Middle.Longitude) < FarthestInDegrees && Math.Abs(point.Latitude - Middle.Latitude) < FarthestInDegrees;
}
