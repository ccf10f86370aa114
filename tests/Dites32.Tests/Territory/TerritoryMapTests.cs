using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Dites32.Core.Territory;
using Dites32.Tests.Infrastructure;
using Dites32.Web.Territory;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Dites32.Tests.Territory;

public sealed class TerritoryMapTests : WebTest
{
    private static readonly MapPoint[] Points =
    [
        new(43.6456, 0.5886, 2, "Auch", "/offres?commune=32013"),
        new(43.9582, 0.372, 1, "Condom", "/offres?commune=32107"),
        new(43.6456, 0.5886, 3, "Auch", "/offres?commune=32013"),
    ];

    [Fact]
    public async Task Numbers_are_invariant_and_points_are_links_with_a_name()
    {
        var map = await RenderAsync(Points);
        var links = map.QuerySelectorAll("svg a.map-point");

        Assert.Equal(["Auch : 5 offres", "Condom : 1 offres"], links.Select(a => a.GetAttribute("aria-label")!.PlainSpaces()));
        Assert.Equal(["5", "1"], links.Select(a => a.QuerySelector("text")!.TextContent));
        Assert.Equal("/offres?commune=32013", links[0].GetAttribute("href"));
        Assert.All(map.QuerySelectorAll("[cx], [x]"), e => Assert.Matches(@"^\d+(\.\d)?$", e.GetAttribute("cx") ?? e.GetAttribute("x")!));
        Assert.Equal("group", map.QuerySelector("svg")!.GetAttribute("role")); // an image would hide its links
        Assert.Empty(map.QuerySelectorAll("[style], script"));
    }

    [Fact]
    public async Task Without_outlines_a_few_towns_help_to_find_ones_way_and_nobody_is_named()
    {
        var map = await RenderAsync([]);

        Assert.Contains("Auch", map.QuerySelectorAll(".map-town text").Select(t => t.TextContent));
        Assert.InRange(map.QuerySelectorAll(".map-town").Length, 5, 9);
        Assert.Equal("img", map.QuerySelector("svg")!.GetAttribute("role"));
        Assert.Empty(map.QuerySelectorAll("path, figcaption"));
    }

    [Fact]
    public async Task With_outlines_they_are_drawn_and_their_source_is_named()
    {
        await ImportAsync();
        var map = await RenderAsync(Points);

        Assert.Single(map.QuerySelectorAll("path.map-commune"));
        Assert.Single(map.QuerySelectorAll("path.map-epci"));
        Assert.Equal("scale(0.5)", map.QuerySelector("svg g")!.GetAttribute("transform"));
        Assert.Contains("Source inventée", map.Text("figcaption"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_legal_notice_names_the_outlines_only_once_they_are_imported()
    {
        using var visitor = Visitor();
        var before = await visitor.GetPageAsync("/mentions-legales");
        await ImportAsync();
        Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("Mentions légales et sources", before.Text("h1"));
        Assert.Contains("@etalab/decoupage-administratif", before.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Contours", before.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Source inventée", (await visitor.GetPageAsync("/mentions-legales")).Text("main"), StringComparison.Ordinal);
    }

    /// <summary>As a page of the portal would show it, in French.</summary>
    private async Task<IHtmlDocument> RenderAsync(IReadOnlyList<MapPoint> points)
    {
        using var visitor = Visitor(); // starts the portal
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Http.IHttpContextAccessor>().HttpContext =
            new Microsoft.AspNetCore.Http.DefaultHttpContext { RequestServices = scope.ServiceProvider };
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<ILoggerFactory>());
        System.Globalization.CultureInfo.CurrentCulture = Core.Shared.Clock.French;
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TerritoryMap>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(TerritoryMap.Points)] = points,
                [nameof(TerritoryMap.CountInWords)] = (Func<int, string>)(count => $"{count} offres"),
            }))).ToHtmlString());
        return new HtmlParser().ParseDocument(html);
    }

    private async Task ImportAsync()
    {
        var folder = Directory.CreateTempSubdirectory("contours");
        try
        {
            var communes = Path.Combine(folder.FullName, "c.geojson");
            await File.WriteAllTextAsync(communes, Square("""{"code":"32013"}"""), TestContext.Current.CancellationToken);
            var epci = Path.Combine(folder.FullName, "e.geojson");
            await File.WriteAllTextAsync(epci, Square("""{"epci":"200066926"}"""), TestContext.Current.CancellationToken);
            var owner = new NpgsqlConnectionStringBuilder(DatabaseTemplate.Server)
            {
                Database = new NpgsqlConnectionStringBuilder(ConnectionString).Database,
                Pooling = false,
            };
            await ContoursImport.RunAsync(owner.ConnectionString, [communes, epci], "Source inventée", TestContext.Current.CancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Square(string properties) =>
        """{"type":"FeatureCollection","features":[{"properties":""" + properties
        + ""","geometry":{"type":"Polygon","coordinates":[[[0.5,43.6],[0.6,43.6],[0.6,43.7],[0.5,43.7],[0.5,43.6]]]}}]}""";
}
