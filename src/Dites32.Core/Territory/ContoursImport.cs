using Npgsql;

namespace Dites32.Core.Territory;

/// <param name="LeftOut">Codes that the database does not know, in order: files of another year.</param>
public sealed record ContoursImported(int Communes, int Epcis, bool Department, int Points, IReadOnlyList<string> LeftOut);

/// <summary>
/// Brings outlines and points of communes into the database, as its owner: all of the files or nothing. The outlines of
/// a kind (communes, EPCI, département) replace those of the last import; a second run changes nothing.
/// </summary>
public static class ContoursImport
{
    public const string UsualSource = "IGN, Admin Express (Licence Ouverte)";

    private const string Outlines = """
        LOCK TABLE territory_outline IN EXCLUSIVE MODE;
        DELETE FROM territory_outline WHERE kind = ANY (@kinds);
        INSERT INTO territory_outline (kind, code, path, source)
        SELECT kind, code, path, @source FROM unnest(@kinds, @codes, @paths) AS drawn (kind, code, path)
        """;

    private const string Points = """
        UPDATE commune SET latitude = point.latitude, longitude = point.longitude, has_imported_point = true
        FROM unnest(@codes, @latitudes, @longitudes) AS point (code, latitude, longitude)
        WHERE insee_code = point.code AND (@replace OR commune.latitude IS NULL)
        """;

    /// <param name="source">Who is named under the map for the outlines.</param>
    /// <exception cref="InvalidDataException">A file is bad: the message says which and why, and nothing has changed.</exception>
    public static async Task<ContoursImported> RunAsync(
        string ownerConnectionString, IEnumerable<string> paths, string source = UsualSource, CancellationToken cancellationToken = default)
    {
        var contours = new List<Contour>();
        var points = new Dictionary<string, GeoPoint>();
        foreach (var path in paths)
        {
            if (Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase))
            {
                points = points.Concat(await ContourFile.ReadPointsAsync(path, cancellationToken)).DistinctBy(p => p.Key).ToDictionary();
            }
            else
            {
                contours.AddRange(await ContourFile.ReadContoursAsync(path, cancellationToken));
            }
        }

        if (contours.GroupBy(c => (c.Kind, c.Code)).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new InvalidDataException($"The outline of {twice.Key.Code} is given twice.");
        }

        await using var connection = new NpgsqlConnection(ownerConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var imported = await SaveAsync(connection, contours, points, source, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return imported;
    }

    private static async Task<ContoursImported> SaveAsync(
        NpgsqlConnection connection, List<Contour> contours, Dictionary<string, GeoPoint> points, string source, CancellationToken cancellationToken)
    {
        var known = await KnownCodesAsync(connection, cancellationToken);
        string[] leftOut = [.. contours.Select(c => c.Code).Concat(points.Keys).Where(code => !known.Contains(code)).Distinct().Order(StringComparer.Ordinal)];
        contours.RemoveAll(c => !known.Contains(c.Code));
        if (contours.Count == 0 && !points.Keys.Any(known.Contains))
        {
            throw new InvalidDataException("The files hold no commune or EPCI of the Gers.");
        }

        var drawing = new OutlineDrawing(contours);
        await ExecuteAsync(connection, Outlines, cancellationToken,
            ("kinds", contours.Select(c => c.Kind.ToString()).ToArray()), ("codes", contours.Select(c => c.Code).ToArray()),
            ("paths", contours.Select(drawing.Draw).ToArray()), ("source", source));
        var set = await SavePointsAsync(connection, points, replace: true, cancellationToken);
        var inside = contours.Where(c => c.Kind == OutlineKind.Commune).ToDictionary(c => c.Code, InteriorPoint.Of);
        set += await SavePointsAsync(connection, inside, replace: false, cancellationToken);
        await ExecuteAsync(connection, TerritoryData.MarkChanged, cancellationToken);

        return new ContoursImported(
            contours.Count(c => c.Kind == OutlineKind.Commune), contours.Count(c => c.Kind == OutlineKind.Epci),
            contours.Any(c => c.Kind == OutlineKind.Department), set, leftOut);
    }

    private static Task<int> SavePointsAsync(
        NpgsqlConnection connection, Dictionary<string, GeoPoint> points, bool replace, CancellationToken cancellationToken) =>
        ExecuteAsync(connection, Points, cancellationToken,
            ("codes", points.Keys.ToArray()), ("latitudes", points.Values.Select(p => p.Latitude).ToArray()),
            ("longitudes", points.Values.Select(p => p.Longitude).ToArray()), ("replace", replace));

    private static async Task<HashSet<string>> KnownCodesAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var codes = new HashSet<string> { ContourFile.DepartmentCode };
        await using var command = new NpgsqlCommand("SELECT insee_code::text FROM commune UNION ALL SELECT code FROM epci", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            codes.Add(reader.GetString(0));
        }

        return codes;
    }

    private static async Task<int> ExecuteAsync(
        NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params (string Name, object Value)[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
