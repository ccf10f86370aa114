using System.Net;
using System.Xml.Linq;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;

namespace Dites32.Tests.Offers;

public sealed class OfferFeedTests : WebTest
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_feed_is_valid_Atom_with_ids_that_last()
    {
        var offer = await this.OfferAsync(sample: new SampleOffer { Title = "Médecin & <cie> \uFFFF😀", Description = "Une équipe.\nÀ voir." });
        await this.OfferAsync(await this.SiteAsync("32132"), new SampleOffer { Age = TimeSpan.FromDays(2) });

        var feed = await GetAsync("/offres.atom?lieu=Auch&tri=limite&zone=inconnue");

        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Equal("tag:dites32.example,2026:/offres.atom?lieu=Auch%20%2832000%29", feed.Element(Atom + "id")!.Value);
        Assert.Equal("2026-03-02T09:00:00Z", feed.Element(Atom + "updated")!.Value);
        Assert.NotEmpty(feed.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        Assert.Equal(["https://dites32.example/offres.atom?lieu=Auch%20%2832000%29", "https://dites32.example/offres?lieu=Auch%20%2832000%29"],
            feed.Elements(Atom + "link").Select(l => l.Attribute("href")!.Value));
        var entry = Assert.Single(feed.Elements(Atom + "entry"));
        Assert.Equal("Médecin & <cie> 😀 – Auch", entry.Element(Atom + "title")!.Value);
        Assert.Equal("tag:dites32.example,2026:offre/1", entry.Element(Atom + "id")!.Value);
        Assert.Equal($"https://dites32.example{offer.Path()}", entry.Element(Atom + "link")!.Attribute("href")!.Value);
        Assert.Equal("2026-03-02T09:00:00Z", entry.Element(Atom + "updated")!.Value);
        Assert.EndsWith("Une équipe. À voir.", entry.Element(Atom + "summary")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_without_entry_is_valid_too()
    {
        var feed = await GetAsync("/offres.atom?q=rien");

        Assert.Empty(feed.Elements(Atom + "entry"));
        Assert.NotEmpty(feed.Element(Atom + "updated")!.Value);
    }

    [Fact]
    public async Task The_sitemap_holds_the_open_offers_with_the_time_they_changed()
    {
        var open = await this.OfferAsync(sample: new SampleOffer { Age = TimeSpan.FromDays(3) });
        foreach (var status in Enum.GetValues<OfferStatus>().Where(s => s != OfferStatus.Published))
        {
            await this.OfferAsync(new SampleOffer { Status = status, Title = status.ToString() });
        }

        var map = await GetAsync("/sitemap.xml");

        var offer = Assert.Single(map.Elements(), u => u.Element(Sitemaps + "lastmod") is not null);
        Assert.Equal(($"https://dites32.example{open.Path()}", "2026-02-27T09:00:00Z"),
            (offer.Element(Sitemaps + "loc")!.Value, offer.Element(Sitemaps + "lastmod")!.Value));
        Assert.Contains("https://dites32.example/offres", map.Elements().Select(u => u.Element(Sitemaps + "loc")!.Value));
    }

    [Fact]
    public async Task A_renewed_offer_has_changed()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(offer.Renew(Clock.Today().AddDays(100), site.RecruiterId, Clock.Now, Clock.Today()).Error);

        Assert.Equal(Clock.Now, offer.ChangedAt);
    }

    [Fact, Trait("Category", "Long")]
    public async Task More_addresses_than_a_file_may_hold_are_cut_into_parts()
    {
        var offer = await this.OfferAsync();
        await InDatabaseAsync(db => Copies.MakeAsync(db, offer, 50_000, firstNumber: 1));

        var index = await GetAsync("/sitemap.xml");
        Assert.Equal(Sitemaps + "sitemapindex", index.Name);
        var parts = index.Elements().Select(s => new Uri(s.Element(Sitemaps + "loc")!.Value).PathAndQuery).ToList();
        Assert.Equal(["/sitemap-1.xml", "/sitemap-2.xml"], parts);

        var (first, second) = (await GetAsync(parts[0]), await GetAsync(parts[1]));
        Assert.InRange(first.Elements().Count(), 49_990, 50_000);
        Assert.Equal(50_001, first.Elements().Concat(second.Elements()).Select(u => u.Element(Sitemaps + "loc")!.Value).Count(l => l.Contains("/D32-", StringComparison.Ordinal)));
        using var visitor = Visitor();
        foreach (var none in new[] { "/sitemap-3.xml", "/sitemap-0.xml", "/sitemap--1.xml", "/sitemap-99999999999.xml", "/sitemap-x.xml" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(none, Stop)).StatusCode);
        }
    }

    [Fact]
    public async Task Robots_are_told_where_the_sitemap_is_and_what_is_not_for_them()
    {
        using var visitor = Visitor();
        var robots = await visitor.GetStringAsync("/robots.txt", Stop);

        Assert.StartsWith("User-agent: *\n", robots, StringComparison.Ordinal);
        Assert.Contains("\nDisallow: /recruteur\n", robots, StringComparison.Ordinal);
        Assert.Contains("\nSitemap: https://dites32.example/sitemap.xml\n", robots, StringComparison.Ordinal);
    }

    private async Task<XElement> GetAsync(string path)
    {
        using var visitor = Visitor();
        var answer = await visitor.GetAsync(path, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var body = await answer.Content.ReadAsStreamAsync(Stop);
        return (await XDocument.LoadAsync(body, LoadOptions.None, Stop)).Root!;
    }
}
