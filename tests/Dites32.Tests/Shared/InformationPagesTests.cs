using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;

namespace Dites32.Tests.Shared;

/// <summary>What the law and common sense want to be found from every page.</summary>
public sealed class InformationPagesTests : WebTest
{
    [Fact]
    public async Task Every_page_leads_to_help_the_site_plan_the_legal_notice_and_says_how_accessible_it_is()
    {
        var page = await App.ClientFor(Actor.Anonymous).GetPageAsync("/offres");
        var footer = page.QuerySelectorAll("footer a").ToDictionary(a => a.GetAttribute("href")!, a => a.TextContent);

        Assert.Equal("Accessibilité\u00a0: non conforme", footer["/accessibilite"]);
        foreach (var path in new[] { "/aide", "/plan-du-site", "/accessibilite", "/donnees-personnelles", "/mentions-legales" })
        {
            Assert.Contains(path, footer.Keys);
            Assert.NotEmpty((await App.ClientFor(Actor.Anonymous).GetPageAsync(path)).Text("h1"));
        }
    }

    [Fact]
    public async Task The_site_plan_leads_to_pages_that_are_there()
    {
        var client = App.ClientFor(Actor.Anonymous);
        var links = (await client.GetPageAsync("/plan-du-site")).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).ToList();

        Assert.True(links.Count > 10);
        foreach (var link in links)
        {
            using var answer = await client.GetAsync(link, TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode || answer.Headers.Location?.OriginalString.Contains("/connexion", StringComparison.Ordinal) == true, link);
        }
    }

    [Fact]
    public async Task The_help_and_the_accessibility_statement_name_whom_to_write_to()
    {
        foreach (var path in new[] { "/aide", "/accessibilite" })
        {
            var page = await App.ClientFor(Actor.Anonymous).GetPageAsync(path);
            Assert.Equal("mailto:dites32@gers.example", page.QuerySelector("main a[href^='mailto:']")!.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task Whoever_finds_a_weakness_knows_whom_to_tell()
    {
        var text = await App.ClientFor(Actor.Anonymous).GetStringAsync("/.well-known/security.txt", TestContext.Current.CancellationToken);

        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(": ", 2)).ToDictionary(l => l[0], l => l[1]);
        Assert.Equal("mailto:dites32@gers.example", lines["Contact"]);
        Assert.Equal("https://dites32.example/.well-known/security.txt", lines["Canonical"]);
        var left = DateTimeOffset.Parse(lines["Expires"], System.Globalization.CultureInfo.InvariantCulture) - Clock.GetUtcNow();
        Assert.InRange(left.TotalDays, 30, 365); // RFC 9116, 2.5.5
    }
}
