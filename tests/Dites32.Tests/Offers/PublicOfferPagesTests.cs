using System.Net;
using System.Text.Json;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;

namespace Dites32.Tests.Offers;

public sealed class PublicOfferPagesTests : WebTest
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_shows_offers_filters_and_their_addresses()
    {
        await this.OfferAsync(new SampleOffer { Title = "Médecin à Auch", Details = new() { ["housing"] = "offered", ["zone"] = "zip" } });
        await this.OfferAsync(await this.SiteAsync("32132"), new SampleOffer { Title = "Médecin à Fleurance" });
        using var visitor = Visitor();

        var page = await visitor.GetPageAsync("/offres?q=médecin&lieu=auch&logement=oui&type=inconnu");

        Assert.Equal("1 offre", page.Text(".result-bar strong"));
        Assert.Equal("Médecin à Auch", page.Text(".offer-card h3"));
        Assert.Contains("Auch (32000) – CA Grand Auch Coeur de Gascogne", page.Text(".offer-card .place"), StringComparison.Ordinal);
        Assert.Equal(["Nouveau", "Poste salarié en centre de santé", "Médecine générale", "Avec logement", "ZIP"],
            page.QuerySelectorAll(".offer-card .tag").Select(t => t.TextContent));
        Assert.Equal("auch", page.QuerySelector("#lieu")!.GetAttribute("value"));
        Assert.Contains("Type d'offre inconnu : « inconnu ».", page.Text(".notice"), StringComparison.Ordinal);
        Assert.Equal("https://dites32.example/offres?q=m%C3%A9decin&lieu=Auch%20%2832000%29&logement=oui", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.StartsWith("/offres.atom?q=", page.QuerySelector("link[rel=alternate]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("/offres?q=m%C3%A9decin&logement=oui", page.QuerySelectorAll("ul[aria-label] .tag a").Select(a => a.GetAttribute("href")));
        Assert.Contains("/offres?q=m%C3%A9decin&lieu=Auch%20%2832000%29&logement=oui", page.QuerySelector(".map a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_result_says_what_would_help()
    {
        await this.OfferAsync();
        using var visitor = Visitor();

        var page = await visitor.GetPageAsync("/offres?lieu=Pavie");

        Assert.Equal("/offres?lieu=CA%20Grand%20Auch%20Coeur%20de%20Gascogne", page.QuerySelector(".empty ul a")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector(".empty a[href='/candidature-spontanee']"));
    }

    [Fact]
    public async Task A_page_of_the_list_has_its_neighbours()
    {
        var offer = await this.OfferAsync();
        await InDatabaseAsync(db => Copies.MakeAsync(db, offer, 60));
        using var visitor = Visitor();

        var page = await visitor.GetPageAsync("/offres?page=2");

        Assert.Equal("/offres", page.QuerySelector(".pager a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal("/offres?page=3", page.QuerySelector(".pager a[rel=next]")!.GetAttribute("href"));
        Assert.Equal("2", page.Text(".pager [aria-current=page]"));
        Assert.EndsWith("/offres?page=2", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Public_pages_take_few_statements()
    {
        var offer = await this.OfferAsync();
        await this.OfferAsync(new SampleOffer { Status = OfferStatus.Filled });
        await InDatabaseAsync(db => Copies.MakeAsync(db, offer, 60));
        using var visitor = Visitor();
        await visitor.GetPageAsync("/offres?q=medecin"); // what stays in memory is there from now on

        foreach (var (path, most) in new[]
                 {
                     ("/", 2), ("/offres", 2), ("/offres?q=medecin&lieu=Auch&rayon=20&tri=distance&page=3", 3), (offer.Path(), 6),
                     ("/offres/D32-00002/medecin-generaliste-auch", 6), ("/offres.atom", 1), ("/sitemap.xml", 2), ($"{offer.Path()}/question", 6),
                 })
        {
            var count = await SqlStatements.CountAsync(ConnectionString, () => visitor.GetAsync(path, Stop));
            Assert.True(count <= most, $"{path}: {count} statements");
        }
    }

    [Theory]
    [InlineData("q")]
    [InlineData("specialite")]
    [InlineData("type")]
    [InlineData("lieu")]
    [InlineData("rayon")]
    [InlineData("du")]
    [InlineData("au")]
    [InlineData("logement")]
    [InlineData("zone")]
    [InlineData("tri")]
    [InlineData("page")]
    public async Task Nothing_written_in_an_address_breaks_a_page(string parameter)
    {
        await this.OfferAsync();
        using var visitor = Visitor();
        foreach (var value in new[]
                 {
                     "", "abc", "-1", "0", "99999999999999999999999999", "1e9", "%00", "a%00b", "%F0%9F%98%80", "%ED%A0%80", "'", "%22%29%3A%2A", "%25", "%5C",
                     "0001-01-01", "9999-12-31", "10000-01-01", new string('a', 3000), "distance&lieu=Auch&rayon=50", "x&" + parameter + "=y", "%EF%BF%BF",
                 })
        {
            foreach (var path in new[] { "/offres", "/offres.atom" })
            {
                var answer = await visitor.GetAsync($"{path}?{parameter}={value}", Stop);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}?{parameter}={value[..Math.Min(40, value.Length)]}: {answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task An_offer_has_its_page_and_other_spellings_of_its_address_lead_there()
    {
        var offer = await this.OfferAsync(sample: new SampleOffer { Title = "Médecin </script><b>gras", ContactPhone = "+33562000000" });
        using var visitor = Visitor();
        var page = await visitor.GetPageAsync(offer.Path());

        Assert.Equal("Médecin </script><b>gras", page.Text("h1"));
        Assert.Equal($"https://dites32.example{offer.Path()}", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(["Candidater", "Poser une question"], page.QuerySelectorAll(".contact-card .actions a").Select(a => a.TextContent));
        Assert.Contains("Camille Essai", page.Text(".contact-card"), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("meta[property='og:title']"));
        foreach (var path in new[] { "/offres/D32-00001/autre", "/offres/d32-1/medecin", "/offres/D32-00001", "/offres/D32-1/medecin-script-b-gras-auch" })
        {
            var answer = await visitor.GetAsync(path, Stop);
            Assert.Equal((HttpStatusCode.MovedPermanently, offer.Path()), (answer.StatusCode, answer.Headers.Location?.ToString()));
        }

        using var head = new HttpRequestMessage(HttpMethod.Head, offer.Path());
        var headAnswer = await visitor.SendAsync(head, Stop);
        Assert.Equal(HttpStatusCode.OK, headAnswer.StatusCode);
        Assert.Empty(await headAnswer.Content.ReadAsByteArrayAsync(Stop));
    }

    [Theory]
    [InlineData("/offres/D32-09999/x")]
    [InlineData("/offres/D32-99999999999999/x")]
    [InlineData("/offres/D32--1/x")]
    [InlineData("/offres/n-importe-quoi/x")]
    [InlineData("/offres/D32-00001/brouillon-auch")]
    [InlineData("/offres/D32-00001/x")] // the address does not tell that a draft is there
    [InlineData("/offres/D32-00002/a-valider-auch")]
    [InlineData("/offres/D32-00003/x/question")]
    [InlineData("/offres/D32-00001/x/question")]
    public async Task What_is_not_published_does_not_exist(string path)
    {
        var site = await this.SiteAsync();
        await this.OfferAsync(site, new SampleOffer { Title = "Brouillon", Status = OfferStatus.Draft });
        await this.OfferAsync(site, new SampleOffer { Title = "À valider", Status = OfferStatus.ToModerate });
        using var visitor = Visitor();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(path, Stop)).StatusCode);
    }

    [Theory]
    [InlineData(OfferStatus.Filled, "pourvu")]
    [InlineData(OfferStatus.Withdrawn, "retirée")]
    [InlineData(OfferStatus.Expired, "date limite est passée")]
    [InlineData(OfferStatus.Published, "date limite est passée")] // not yet marked by the nightly job
    public async Task A_closed_offer_is_gone_says_why_and_shows_others_like_it(OfferStatus status, string reason)
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site, new SampleOffer { Status = status, Age = TimeSpan.FromDays(90), ClosesOn = Clock.Today().AddDays(-1) });
        await this.OfferAsync(await this.SiteAsync("32132"), new SampleOffer { Title = "Loin" });
        await this.OfferAsync(site, new SampleOffer { Title = "Près", Age = TimeSpan.FromDays(2) });
        await this.OfferAsync(site, new SampleOffer { Title = "Autre métier", Kind = OfferKind.OneOffReplacement, SpecialtyCode = "pediatrie" });
        using var visitor = Visitor();

        var answer = await visitor.GetAsync(offer.Path(), Stop);
        var page = await answer.ReadPageAsync();

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains(reason, page.Text(".notice"), StringComparison.Ordinal);
        Assert.Equal(["Près", "Loin"], page.QuerySelectorAll(".offer-card h3").Select(h => h.TextContent));
        Assert.Empty(page.Scripts);
    }

    [Fact]
    public async Task An_open_post_carries_a_job_posting_that_cannot_leave_its_script()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site, new SampleOffer
        {
            Title = "Médecin </script><script>alert(1)</script>",
            Description = "Une équipe.\nUn <b>cabinet</b>.",
            Details = new() { ["working_time"] = "either", ["contract"] = "CDI", ["pay_min"] = "60000", ["pay_max"] = "80000" },
        });
        using var visitor = Visitor();
        var page = await visitor.GetPageAsync(offer.Path());

        var script = Assert.Single(page.Scripts);
        Assert.Equal("application/ld+json", script.Type);
        var json = JsonDocument.Parse(script.TextContent).RootElement;
        Assert.Equal("JobPosting", json.GetProperty("@type").GetString());
        Assert.Equal(offer.Title, json.GetProperty("title").GetString());
        Assert.Equal("<p>Une équipe.</p><p>Un &lt;b&gt;cabinet&lt;/b&gt;.</p>", json.GetProperty("description").GetString());
        Assert.Equal("2026-03-02", json.GetProperty("datePosted").GetString());
        Assert.Equal("2026-05-01T23:59:59", json.GetProperty("validThrough").GetString());
        Assert.Equal(["FULL_TIME", "PART_TIME"], json.GetProperty("employmentType").EnumerateArray().Select(e => e.GetString()));
        Assert.Equal(site.Organisation.Name, json.GetProperty("hiringOrganization").GetProperty("name").GetString());
        Assert.Contains(site.Organisation.Name, page.Text(".contact-card"), StringComparison.Ordinal); // nothing that is not to be seen
        Assert.Equal(offer.Reference, json.GetProperty("identifier").GetProperty("value").GetString());
        Assert.True(json.GetProperty("directApply").GetBoolean());
        var address = json.GetProperty("jobLocation").GetProperty("address");
        Assert.Equal(("Auch", "32000", "FR"), (address.GetProperty("addressLocality").GetString(), address.GetProperty("postalCode").GetString(), address.GetProperty("addressCountry").GetString()));
        Assert.Equal(60000, json.GetProperty("baseSalary").GetProperty("value").GetProperty("minValue").GetDecimal());
    }

    [Fact]
    public async Task Other_offers_carry_none_and_a_title_with_a_place_is_replaced()
    {
        var site = await this.SiteAsync();
        using var visitor = Visitor();
        var liberal = await this.OfferAsync(site, new SampleOffer { Kind = OfferKind.LiberalTakeover });
        var hidden = await this.OfferAsync(site, new SampleOffer { IsAnonymous = true });
        Assert.Empty((await visitor.GetPageAsync(liberal.Path())).Scripts);
        Assert.Empty((await visitor.GetPageAsync(hidden.Path())).Scripts);

        var placed = await this.OfferAsync(site, new SampleOffer { Title = "Médecin à Auch" });
        var json = JsonDocument.Parse(Assert.Single((await visitor.GetPageAsync(placed.Path())).Scripts).TextContent).RootElement;
        Assert.Equal("Poste salarié en centre de santé – Médecine générale", json.GetProperty("title").GetString());
        Assert.False(json.TryGetProperty("baseSalary", out _));
    }

    [Fact]
    public async Task An_anonymous_offer_tells_nowhere_where_it_is()
    {
        var site = await this.SiteAsync("32307", "Maison de santé du Canari", "Dr Rossignol");
        var offer = await this.OfferAsync(site, new SampleOffer
        {
            Title = "Médecin associé",
            IsAnonymous = true,
            ContactPhone = "+33562998877",
            Details = new() { ["working_time"] = "full", ["contract"] = "CDI", ["minutes_auch"] = "7", ["school"] = "École du Merle" },
        });
        var closed = await this.OfferAsync(site, new SampleOffer { IsAnonymous = true, Status = OfferStatus.Filled, Title = "Médecin parti" });
        using var visitor = Visitor();

        Assert.Equal("medecin-associe-ca-grand-auch-coeur-de-gascogne", offer.Slug);
        foreach (var path in new[]
                 {
                     "/", "/offres", "/offres?lieu=CA+Grand+Auch+Coeur+de+Gascogne", "/offres?lieu=Auch&rayon=50&tri=distance", offer.Path(), closed.Path(), "/offres.atom",
                     "/sitemap.xml", $"{offer.Path()}/question", "/offres?q=canari", "/offres?q=pavie",
                 })
        {
            var answer = await visitor.GetAsync(path, Stop);
            var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop))
                .Replace("Pavie (32550)", "", StringComparison.Ordinal) // the suggestions of the search form
                .Replace("q=pavie", "", StringComparison.Ordinal);
            foreach (var secret in new[] { "Canari", "Pavie", "32550", "Rossignol", "562998877", "Merle", site.RecruiterEmail, "Association de" })
            {
                Assert.False(text.Contains(secret, StringComparison.OrdinalIgnoreCase) && !(path.Contains(secret, StringComparison.OrdinalIgnoreCase)), $"{path} tells {secret}");
            }
        }
    }

    [Fact]
    public async Task The_home_page_shows_the_last_offers_and_figures_that_are_true()
    {
        var site = await this.SiteAsync();
        for (var i = 0; i < 6; i++)
        {
            await this.OfferAsync(site, new SampleOffer { Title = $"Poste {i}", Age = TimeSpan.FromDays(i) });
        }

        await this.OfferAsync(await this.SiteAsync("32132"), new SampleOffer { Age = TimeSpan.FromDays(9) });
        await this.OfferAsync(await this.SiteAsync("32107"), new SampleOffer { Age = TimeSpan.FromDays(9), IsAnonymous = true });
        using var visitor = Visitor();

        var page = await visitor.GetPageAsync("/");

        Assert.Equal(["Poste 0", "Poste 1", "Poste 2", "Poste 3", "Poste 4"], page.QuerySelectorAll(".offer-card h3").Select(h => h.TextContent));
        Assert.Equal(["8", "2"], page.QuerySelectorAll(".counts strong").Select(s => s.TextContent));
        Assert.Equal("/offres", page.QuerySelector("form[role=search]")!.GetAttribute("action"));
    }

    [Fact]
    public async Task Without_any_offer_the_pages_still_help()
    {
        using var visitor = Visitor();

        Assert.Empty((await visitor.GetPageAsync("/")).QuerySelectorAll(".counts"));
        Assert.Equal("Aucune offre ne correspond", (await visitor.GetPageAsync("/offres")).Text(".empty h2"));
    }
}
