using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;

namespace Dites32.Tests.Offers;

public sealed class SearchOffersTests : CoreTest
{
    private static DateOnly Day(int month, int day) => new(2026, month, day);

    [Fact]
    public async Task Only_open_offers_are_found_newest_first()
    {
        var site = await this.SiteAsync();
        foreach (var status in Enum.GetValues<OfferStatus>())
        {
            await this.OfferAsync(site, new SampleOffer { Status = status, Title = status.ToString() });
        }

        await this.OfferAsync(site, new SampleOffer { Title = "Hier", Age = TimeSpan.FromDays(1) });
        await this.OfferAsync(site, new SampleOffer { Title = "Dernier jour", Age = TimeSpan.FromDays(30), ClosesOn = Clock.Today() });
        await this.OfferAsync(site, new SampleOffer { Title = "Passée", Age = TimeSpan.FromDays(30), ClosesOn = Clock.Today().AddDays(-1) });

        var found = await FindAsync(OfferSearch.Everything);

        Assert.Equal(["Published", "Hier", "Dernier jour"], found.Cards.Select(c => c.Title));
        Assert.Equal([true, true, false], found.Cards.Select(c => c.IsNew));
        Assert.Equal([60, 59, 0], found.Cards.Select(c => c.DaysLeft));
        Assert.Equal((3, false, 1), (found.Count, found.IsMore, found.PageCount));
    }

    [Theory]
    [InlineData("pédiatre", "Pédiatre à Condom")]
    [InlineData("PEDIATRES", "Pédiatre à Condom")] // accents, case and plural
    [InlineData("generaliste -remplacement", "Médecin généraliste")]
    [InlineData("generaliste", "Médecin généraliste|Médecin généraliste remplaçant")]
    [InlineData("\"équipe soudée\"", "Pédiatre à Condom")]
    [InlineData("condom or fleurance", "Pédiatre à Condom|Médecin généraliste remplaçant")]
    [InlineData("\"( & | ! :* <-> '", "")] // no syntax error is possible
    [InlineData("cardiologue", "")]
    public async Task Words_are_found_whatever_their_accents(string text, string titles)
    {
        await this.OfferAsync(await this.SiteAsync(), new SampleOffer { Title = "Médecin généraliste", Age = TimeSpan.FromDays(3) });
        await this.OfferAsync(await this.SiteAsync("32107"), new SampleOffer
        { Title = "Pédiatre à Condom", SpecialtyCode = "pediatrie", Description = "Une équipe soudée.", Age = TimeSpan.FromDays(2) });
        await this.OfferAsync(await this.SiteAsync("32132"), new SampleOffer
        { Title = "Médecin généraliste remplaçant", Kind = OfferKind.OneOffReplacement, Age = TimeSpan.FromDays(1) });

        Assert.Equal(titles.Split('|', StringSplitOptions.RemoveEmptyEntries).Order(), (await TitlesAsync(new OfferSearch { Text = text })).Order());
    }

    [Fact]
    public async Task A_reference_finds_its_offer()
    {
        var offer = await this.OfferAsync();
        await this.OfferAsync(new SampleOffer { Title = "Une autre" });

        Assert.Equal([offer.Title], await TitlesAsync(new OfferSearch { Text = offer.Reference.ToLowerInvariant() }));
    }

    [Fact]
    public async Task Filters_narrow_the_search_one_by_one_and_together()
    {
        var site = await this.SiteAsync();
        await this.OfferAsync(site, new SampleOffer { Title = "Salarié", Details = new() { ["housing"] = "offered", ["zone"] = "zip" } });
        await this.OfferAsync(site, new SampleOffer { Title = "Libéral", Kind = OfferKind.LiberalTakeover, Details = new() { ["housing"] = "none", ["zone"] = "zac" } });
        await this.OfferAsync(site, new SampleOffer { Title = "Pédiatre", Kind = OfferKind.HospitalPost, SpecialtyCode = "pediatrie", Details = new() { ["zone"] = "zip" } });
        await this.OfferAsync(site, new SampleOffer { Title = "Secrétaire", Kind = OfferKind.MedicalSecretary });

        Assert.Equal(["Pédiatre"], await TitlesAsync(new OfferSearch { Specialty = "pediatrie" }));
        Assert.Equal(["Pédiatre", "Salarié"], await TitlesAsync(new OfferSearch { Type = "salariat" }));
        Assert.Equal(["Libéral"], await TitlesAsync(new OfferSearch { Type = "installation-liberale-reprise" }));
        Assert.Equal(["Salarié"], await TitlesAsync(new OfferSearch { Housing = "oui" }));
        Assert.Equal(["Pédiatre", "Salarié"], await TitlesAsync(new OfferSearch { Zone = "zip" }));
        Assert.Equal(["Salarié"], await TitlesAsync(new OfferSearch { Type = "salariat", Zone = "zip", Housing = "oui", Text = "salarie", Place = "Auch" }));

        var none = await FindAsync(new OfferSearch { Type = "salariat", Zone = "zac", Specialty = "medecine-generale" });
        Assert.Equal(0, none.Count);
        Assert.Equal([("Sans le critère « Salariat »", 1), ("Sans le critère « Zone d'action complémentaire (ZAC) »", 1)],
            none.Suggestions.Select(s => (s.Label.PlainSpaces(), s.Count)));
    }

    [Fact]
    public async Task Every_type_of_offer_has_a_code_of_its_own()
    {
        var codes = OfferTypes.Families.SelectMany(f => f.Kinds.Append(f.Family)).Select(t => t.Code).ToList();

        Assert.Equal(21, codes.Distinct().Count());
        foreach (var code in codes)
        {
            Assert.Empty((await FindAsync(new OfferSearch { Type = code })).Remarks);
        }
    }

    [Theory]
    [InlineData("2026-05-10", "2026-05-20", "Mai|Deux périodes")]
    [InlineData("2026-06-01", "2026-06-30", "")] // between the two periods
    [InlineData("2026-08-15", "", "Deux périodes|Poste en septembre")]
    [InlineData("", "2026-05-01", "Mai")] // the first day counts
    [InlineData("2026-05-31", "31/05/2026", "Mai")] // and the last
    [InlineData("2026-09-01", "2026-09-01", "Poste en septembre")]
    public async Task Dates_find_the_offers_whose_days_meet_them(string from, string to, string titles)
    {
        var site = await this.SiteAsync();
        await this.OfferAsync(site, new SampleOffer { Title = "Sans date" });
        await this.OfferAsync(site, new SampleOffer { Title = "Mai", Kind = OfferKind.OneOffReplacement, Ranges = [new(Day(5, 1), Day(5, 31))] });
        await this.OfferAsync(site, new SampleOffer
        { Title = "Deux périodes", Kind = OfferKind.OneOffReplacement, Ranges = [new(Day(5, 18), Day(5, 22)), new(Day(8, 1), Day(8, 31))] });
        await this.OfferAsync(site, new SampleOffer { Title = "Poste en septembre", StartsOn = Day(9, 1) });

        Assert.Equal(titles.Split('|', StringSplitOptions.RemoveEmptyEntries).Order(),
            (await TitlesAsync(new OfferSearch { From = from, To = to })).Order());
    }

    [Theory]
    [InlineData("Auch", "", "Auch")]
    [InlineData("32000", "", "Auch")]
    [InlineData("Auch", "10", "Auch|Pavie")]
    [InlineData("Auch", "30", "Auch|Pavie|Fleurance")]
    [InlineData("CA Grand Auch Coeur de Gascogne", "", "Auch|Pavie")]
    [InlineData("grand auch cœur de gascogne", "", "Auch|Pavie")]
    [InlineData("Lomagne Gersoise", "30", "Fleurance")]
    [InlineData("Aignan", "50", "")] // its position is not known
    [InlineData("Toulouse", "", "Auch|Pavie|Fleurance|Condom")] // unknown: said, and left out
    public async Task A_place_is_a_commune_a_postal_code_or_an_EPCI_with_a_distance_for_communes(string place, string radius, string titles)
    {
        foreach (var (insee, name) in new[] { ("32013", "Auch"), ("32307", "Pavie"), ("32132", "Fleurance"), ("32107", "Condom") })
        {
            await this.OfferAsync(await this.SiteAsync(insee), new SampleOffer { Title = name });
        }

        var found = await FindAsync(new OfferSearch { Place = place, Radius = radius });
        Assert.Equal(titles.Split('|', StringSplitOptions.RemoveEmptyEntries).Order(), found.Cards.Select(c => c.Title).Order());
        Assert.Equal(place is "Toulouse" || radius == "50" || place == "Lomagne Gersoise", found.Remarks.Count > 0);
    }

    [Fact]
    public async Task An_anonymous_offer_is_found_by_its_EPCI_only_and_is_the_last_by_distance()
    {
        await this.OfferAsync(await this.SiteAsync("32307", "Maison de Pavie"), new SampleOffer { Title = "Cachée", IsAnonymous = true });
        await this.OfferAsync(await this.SiteAsync("32132"), new SampleOffer { Title = "Fleurance" });
        await this.OfferAsync(await this.SiteAsync("32013"), new SampleOffer { Title = "Auch" });

        Assert.Equal(["Auch", "Cachée"], (await TitlesAsync(new OfferSearch { Place = "Auch" })).Order()); // the same EPCI
        Assert.Equal(["Fleurance"], await TitlesAsync(new OfferSearch { Place = "Fleurance" }));
        Assert.DoesNotContain("Cachée", await TitlesAsync(new OfferSearch { Place = "Fleurance", Radius = "50" })); // Pavie is 27 km away
        Assert.Equal(["Auch", "Fleurance", "Cachée"], await TitlesAsync(new OfferSearch { Place = "Auch", Radius = "50", Sort = "distance" }));
        Assert.Empty(await TitlesAsync(new OfferSearch { Text = "Pavie" }));

        var all = await FindAsync(OfferSearch.Everything);
        Assert.Equal(["32013", "32132"], all.Points.Select(p => p.Commune.InseeCode).Order());
        var card = Assert.Single(all.Cards, c => c.Title == "Cachée");
        Assert.Equal(("CA Grand Auch Coeur de Gascogne", null, null), (card.Place, card.PlaceDetail, card.Kilometres));
    }

    [Fact]
    public async Task Offers_sort_by_start_by_closing_day_and_by_distance_and_ties_stay_in_one_order()
    {
        var (auch, fleurance) = (await this.SiteAsync(), await this.SiteAsync("32132"));
        await this.OfferAsync(fleurance, new SampleOffer { Title = "B", StartsOn = Day(6, 1), ClosesOn = Day(4, 1) });
        await this.OfferAsync(auch, new SampleOffer { Title = "C", ClosesOn = Day(3, 10), Age = TimeSpan.FromDays(1) });
        await this.OfferAsync(auch, new SampleOffer { Title = "A", StartsOn = Day(5, 1), ClosesOn = Day(5, 1), Age = TimeSpan.FromDays(2) });

        Assert.Equal(["A", "B", "C"], await TitlesAsync(new OfferSearch { Sort = "debut" }));
        Assert.Equal(["C", "B", "A"], await TitlesAsync(new OfferSearch { Sort = "limite" }));
        Assert.Equal(["C", "A", "B"], await TitlesAsync(new OfferSearch { Sort = "distance", Place = "Auch", Radius = "50" }));
        Assert.Equal(["B", "C", "A"], await TitlesAsync(new OfferSearch { Sort = "distance" })); // no place: the newest first, and said
    }

    [Fact]
    public async Task Pages_hold_each_offer_once_and_page_numbers_are_clamped()
    {
        var site = await this.SiteAsync();
        for (var i = 0; i < 45; i++)
        {
            await this.OfferAsync(site, new SampleOffer { Title = $"Poste {i:00}" }); // all published at the same instant
        }

        foreach (var sort in new[] { "", "debut", "limite" })
        {
            var titles = new List<string>();
            for (var page = 1; page <= 3; page++)
            {
                titles.AddRange((await FindAsync(new OfferSearch { Sort = sort }, $"{page}")).Cards.Select(c => c.Title));
            }

            Assert.Equal(45, titles.Distinct().Count());
        }

        foreach (var (text, number) in new[] { ("", 1), ("deux", 1), ("-7", 1), ("0", 1), ("4", 3), ("99999999999999999999", 3), ("3", 3) })
        {
            Assert.Equal(number, (await FindAsync(OfferSearch.Everything, text)).Page);
        }

        var found = await FindAsync(OfferSearch.Everything, "2");
        Assert.Equal((45, 3, 20), (found.Count, found.PageCount, found.Cards.Count));
        Assert.Equal(45, Assert.Single(found.Points).Count);
    }

    [Fact]
    public async Task Beyond_a_thousand_offers_the_count_says_so()
    {
        var offer = await this.OfferAsync();
        await InDatabaseAsync(db => Copies.MakeAsync(db, offer, 1000));

        var found = await FindAsync(OfferSearch.Everything, "7000");

        Assert.Equal((1000, true, 50, 20), (found.Count, found.IsMore, found.Page, found.Cards.Count));
    }

    [Fact]
    public async Task A_count_is_made_again_when_the_page_shows_another_offer()
    {
        var site = await this.SiteAsync();
        for (var i = 0; i < 21; i++)
        {
            await this.OfferAsync(site);
        }

        Assert.Equal(21, (await FindAsync(OfferSearch.Everything)).Count);
        await this.OfferAsync(site);
        Assert.Equal(22, (await FindAsync(OfferSearch.Everything)).Count);
    }

    [Theory]
    [InlineData(1, 1)] // fewer than a page: read and counted at once
    [InlineData(25, 2)]
    public async Task A_search_takes_few_statements(int offers, int statements)
    {
        var site = await this.SiteAsync();
        for (var i = 0; i < offers; i++)
        {
            await this.OfferAsync(site);
        }

        await FindAsync(new OfferSearch { Text = "rien" }); // the catalogue is in memory from now on

        Assert.Equal(statements, await SqlStatements.CountAsync(ConnectionString, () => FindAsync(OfferSearch.Everything)));
        Assert.Equal(1, await SqlStatements.CountAsync(ConnectionString, () => FindAsync(OfferSearch.Everything)));
        Assert.InRange(await SqlStatements.CountAsync(ConnectionString, () => FindAsync(new OfferSearch { Text = "medecin", Place = "Auch", Radius = "30", Sort = "distance" }, "9")), 1, 3);
        Assert.InRange(await SqlStatements.CountAsync(ConnectionString, () => FindAsync(new OfferSearch { Text = "cardiologue", Place = "Auch", Zone = "zip" }, "2")), 1, 3);
    }

    private async Task<FoundOffers> FindAsync(OfferSearch search, string? page = null) =>
        (await SendAsync(Actor.Anonymous, new SearchOffers(search, page))).Value;

    private async Task<List<string>> TitlesAsync(OfferSearch search) => [.. (await FindAsync(search)).Cards.Select(c => c.Title)];
}
