using Dites32.Core.Shared;
using Dites32.Core.Territory;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Territory;

/// <summary>Three invented squares: Auch with a hole, Aignan in two pieces, and Estang right beside Auch.</summary>
public sealed class ContoursImportTests : CoreTest
{
    private const string Communes = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"code":"32013","nom":"Auch","epci":"200066926"},"geometry":{"type":"Polygon","coordinates":[
          [[0.5,43.6],[0.6,43.6],[0.6,43.65],[0.6,43.7],[0.5,43.7],[0.5,43.6]],
          [[0.52,43.62],[0.58,43.62],[0.58,43.68],[0.52,43.68],[0.52,43.62]]]}},
        {"type":"Feature","properties":{"code":"32001","nom":"Aignan","epci":"200035632"},"geometry":{"type":"MultiPolygon","coordinates":[
          [[[0.1,43.6],[0.2,43.6],[0.2,43.7],[0.1,43.7],[0.1,43.6]]],
          [[[0.3,43.6],[0.32,43.6],[0.32,43.62],[0.3,43.62],[0.3,43.6]]]]}},
        {"type":"Feature","properties":{"code":"32127","nom":"Estang","epci":"243200458"},"geometry":{"type":"Polygon","coordinates":[
          [[0.7,43.6],[0.7,43.7],[0.6,43.7],[0.6,43.65],[0.6,43.6],[0.7,43.6]]]}}]}
        """;

    private const string Epci = """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"epci":"200066926","epciNom":"CA Grand Auch"},
        "geometry":{"type":"Polygon","coordinates":[[[0.5,43.6],[0.7,43.6],[0.7,43.7],[0.5,43.7],[0.5,43.6]]]}}]}
        """;

    private const string Department = """
        {"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":[[[0.1,43.6],[0.7,43.6],[0.7,43.7],[0.1,43.7],[0.1,43.6]]]}]}
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("contours");

    public override async ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Outlines_are_stored_as_simplified_paths_with_their_source()
    {
        var imported = await ImportAsync(("c.geojson", Communes), ("e.geojson", Epci), ("d.geojson", Department));
        var outlines = await OutlinesAsync();

        Assert.Equal((3, 1, true), (imported.Communes, imported.Epcis, imported.Department));
        Assert.Empty(imported.LeftOut);
        Assert.Equal(5, outlines.Count);
        Assert.All(outlines, o => Assert.Matches(@"^(M\d+ \d+l-?\d+( |-)\d+(( |-)\d+)*z)+$", o.Path));
        Assert.All(outlines, o => Assert.Equal(ContoursImport.UsualSource, o.Source));
        Assert.Equal(2, outlines.Single(o => o.Code == "32013").Path.Count(c => c == 'M')); // the hole
        Assert.Equal(2, outlines.Single(o => o.Code == "32001").Path.Count(c => c == 'M')); // the two pieces
    }

    [Fact]
    public async Task A_shared_border_is_drawn_alike_from_both_sides()
    {
        await ImportAsync(("c.geojson", Communes));
        var corners = (await OutlinesAsync()).ToDictionary(o => o.Code, o => Corners(o.Path));

        Assert.Equal(2, corners["32013"].Intersect(corners["32127"]).Count());
        Assert.Equal(4, corners["32127"].Count); // the point in the middle of the straight border is left out
    }

    [Fact]
    public async Task Coordinates_come_from_the_file_of_points_and_else_from_inside_the_polygon()
    {
        var imported = await ImportAsync(("c.geojson", Communes), ("points.csv", "insee;lat;lon\n32001;43.61;0.31\n"));
        var catalogue = (await SendAsync(Actor.Anonymous, new GetCatalogue())).Value;

        Assert.Equal((43.61, 0.31), (catalogue.Communes["32001"].Latitude, catalogue.Communes["32001"].Longitude));
        Assert.InRange(catalogue.Communes["32127"].Latitude!.Value, 43.6, 43.7);
        Assert.InRange(catalogue.Communes["32127"].Longitude!.Value, 0.6, 0.7);
        Assert.Equal(43.6456, catalogue.Communes["32013"].Latitude); // the town's own coordinates are better than a guess
        Assert.Equal(2, imported.Points);
    }

    [Fact]
    public void A_point_inside_a_polygon_avoids_its_hole()
    {
        GeoPoint[] outer = [new(0, 43), new(1, 43), new(1, 44), new(0, 44)];
        GeoPoint[] hole = [new(0.1, 43.1), new(0.8, 43.1), new(0.8, 43.9), new(0.1, 43.9)];
        var point = InteriorPoint.Of(new Contour(OutlineKind.Commune, "32013", [[outer, hole]]));

        Assert.True(point is { Longitude: > 0 and < 1, Latitude: > 43 and < 44 });
        Assert.False(point is { Longitude: > 0.1 and < 0.8, Latitude: > 43.1 and < 43.9 });
    }

    [Fact]
    public async Task A_second_run_changes_nothing_and_an_upgrade_keeps_what_was_imported()
    {
        (string, string)[] files = [("c.geojson", Communes), ("points.csv", "insee;lat;lon\n32013;43.61;0.51\n")];
        await ImportAsync(files);
        var first = await OutlinesAsync();
        await ImportAsync(files);
        await Core.Data.Database.MigrateAsync(OwnerConnectionString, TestContext.Current.CancellationToken);

        Assert.Equal(first, await OutlinesAsync());
        Assert.Equal(43.61, (await SendAsync(Actor.Anonymous, new GetCatalogue())).Value.Communes["32013"].Latitude);
    }

    [Fact]
    public async Task A_code_of_another_year_is_left_out_and_named()
    {
        var imported = await ImportAsync(("c.geojson", Communes.Replace("32127", "32999", StringComparison.Ordinal)));

        Assert.Equal(["32999"], imported.LeftOut);
        Assert.Equal(2, (await OutlinesAsync()).Count);
    }

    [Theory]
    [InlineData("x.geojson", "not json", "is not the GeoJSON that was expected")]
    [InlineData("x.geojson", "[]", "is not the GeoJSON that was expected")]
    [InlineData("x.geojson", """{"type":"Topology"}""", "a FeatureCollection or a GeometryCollection was expected")]
    [InlineData("x.geojson", """{"type":"FeatureCollection","features":[{"properties":{},"geometry":null}]}""", "neither a property 'code'")]
    [InlineData("x.geojson", """{"type":"FeatureCollection","features":[{"properties":{"code":"32013"},"geometry":{"type":"Point","coordinates":[0.5,43.6]}}]}""", "not 'Point'")]
    [InlineData("x.geojson", """{"type":"FeatureCollection","features":[{"properties":{"code":"32013"},"geometry":{"type":"Polygon","coordinates":[[[0.5,43.6],[0.6,43.6],[0.6,43.7],[0.5,43.7]]]}}]}""", "its last is its first")]
    [InlineData("x.geojson", """{"type":"FeatureCollection","features":[{"properties":{"code":"32013"},"geometry":{"type":"Polygon","coordinates":[[[43.6,0.5],[43.6,0.6],[43.7,0.6],[43.6,0.5]]]}}]}""", "far from the Gers")]
    [InlineData("x.geojson", """{"type":"FeatureCollection","features":[]}""", "no commune or EPCI of the Gers")]
    [InlineData("x.csv", "insee,lat,lon\n", "its first line should be")]
    [InlineData("x.csv", "insee;lat;lon\n32013;43,6;0,5\n", "line 2")]
    [InlineData("x.csv", "insee;lat;lon\n32013;43.6;0.5\n32013;43.6;0.5\n", "line 3")]
    public async Task A_bad_file_is_explained_and_nothing_is_imported(string name, string text, string expected)
    {
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => ImportAsync(("e.geojson", Epci.Replace("200066926", "999999999", StringComparison.Ordinal)), (name, text)));

        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
        Assert.Empty(await OutlinesAsync());
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() =>
            ContoursImport.RunAsync(OwnerConnectionString, ["/nowhere/x.geojson"], cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains("/nowhere/x.geojson cannot be read", refused.Message, StringComparison.Ordinal);
    }

    private Task<ContoursImported> ImportAsync(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
        {
            File.WriteAllText(Path.Combine(folder.FullName, name), text);
        }

        return ContoursImport.RunAsync(
            OwnerConnectionString, files.Select(f => Path.Combine(folder.FullName, f.Name)), cancellationToken: TestContext.Current.CancellationToken);
    }

    private Task<List<(string Code, string Path, string Source)>> OutlinesAsync() => InDatabaseAsync(async db =>
        (await db.TerritoryOutlines.OrderBy(o => o.Kind).ThenBy(o => o.Code).ToListAsync(TestContext.Current.CancellationToken))
            .ConvertAll(o => (o.Code, o.Path, o.Source)));

    private static HashSet<(int, int)> Corners(string path)
    {
        var numbers = System.Text.RegularExpressions.Regex.Matches(path, @"-?\d+").Select(m => int.Parse(m.Value, null)).ToArray();
        var (x, y) = (numbers[0], numbers[1]);
        var corners = new HashSet<(int, int)> { (x, y) };
        foreach (var step in numbers.Skip(2).Chunk(2))
        {
            corners.Add((x += step[0], y += step[1]));
        }

        return corners;
    }
}
