using System.Net;
using Dites32.Core.Applications;
using Dites32.Core.Offers;
using Dites32.Tests.Infrastructure;
using Dites32.Tests.Offers;

namespace Dites32.Tests.Applications;

/// <summary>The mission's spontaneous applications as a list: the same one as that of an offer.</summary>
public sealed class PoolListTests : PipelineTest
{
    private const string Path = "/recruteur/vivier/liste";

    [Fact]
    public async Task The_pool_is_listed_filtered_and_sorted_and_holds_no_application_to_an_offer()
    {
        var mission = await MissionAsync();
        await ApplyAsync(await this.OfferAsync(), "Dr Hors Vivier");
        await ApplyAsync(null, "Dr Hélène Castéra");
        Clock.Advance(TimeSpan.FromDays(20));
        var second = await ApplyAsync(null, "Dr Jean Dupont", message: "Je connais bien la Lomagne.");
        await MoveAsync(mission, second, StageCategory.Interview);
        using var client = App.ClientFor(mission);
        async Task<string> NamesAsync(string query) => string.Join(", ", (await client.GetPageAsync($"{Path}?{query}"))
            .QuerySelectorAll("tbody th a").Select(a => a.TextContent));

        Assert.Equal("Dr Hélène Castéra, Dr Jean Dupont", await NamesAsync(""));
        Assert.Equal("Dr Jean Dupont, Dr Hélène Castéra", await NamesAsync("tri=recentes"));
        Assert.Equal("Dr Jean Dupont", await NamesAsync("q=lomagne"));
        Assert.Equal("Dr Hélène Castéra", await NamesAsync("retard=1"));
        Assert.Equal("Dr Jean Dupont", await NamesAsync($"etape={await StageAsync(null, StageCategory.Interview)}"));
        Assert.Equal("", await NamesAsync("q=introuvable&page=-3"));
    }

    [Fact]
    public async Task A_page_holds_fifty_and_the_next_one_the_rest()
    {
        for (var i = 0; i < 51; i++)
        {
            await ApplyAsync(null, $"Dr Numéro {i:00}");
        }

        using var client = App.ClientFor(await MissionAsync());
        var first = await client.GetPageAsync($"{Path}?tri=nom");
        var next = first.QuerySelector("a[rel=next]")!.GetAttribute("href")!;

        Assert.Equal(50, first.QuerySelectorAll("tbody tr").Length);
        Assert.StartsWith(Path, next, StringComparison.Ordinal);
        Assert.Equal("Dr Numéro 50", (await client.GetPageAsync(next)).Text("tbody th a"));
    }

    [Fact]
    public async Task Several_are_moved_and_refused_at_once_each_with_its_result()
    {
        var (first, second) = (await ApplyAsync(null, "Dr Un"), await ApplyAsync(null, "Dr Deux"));
        using var client = App.ClientFor(await MissionAsync());
        var page = await client.GetPageAsync(Path);
        var tickets = page.QuerySelectorAll("input[name=lignes]").Select(i => ("lignes", i.GetAttribute("value"))).ToArray();
        await MoveAsync(await MissionAsync(), second, StageCategory.Visit);

        var moved = await (await client.SubmitAsync(page, Path, "lot",
            [.. tickets, ("Input.ToStage", (await StageAsync(null, StageCategory.InReview)).ToString())])).ReadPageAsync();
        Assert.Contains("Dr Un : déplacée", moved.Text(".notice"), StringComparison.Ordinal);
        Assert.Contains("Dr Deux : refusée : Camille Essai a déplacé cette candidature", moved.Text(".notice"), StringComparison.Ordinal);

        page = await client.GetPageAsync(Path);
        tickets = [.. page.QuerySelectorAll("input[name=lignes]").Select(i => ("lignes", i.GetAttribute("value")))];
        var write = await (await client.SubmitAsync(page, Path, "lot",
            [.. tickets, ("Input.ToStage", (await StageAsync(null, StageCategory.Refused)).ToString())])).ReadPageAsync();
        var review = await (await client.SubmitAsync(write, Path, "lot", ("Input.Reason", "OtherChosen"), ("Input.Act", "review"))).ReadPageAsync();
        var sent = await (await client.SubmitAsync(review, Path, "lot", ("Input.Act", "send"))).ReadPageAsync();

        Assert.Contains("Dr Un : déplacée", sent.Text(".notice"), StringComparison.Ordinal);
        Assert.Contains("Dr Deux : déplacée", sent.Text(".notice"), StringComparison.Ordinal);
        Assert.Equal((StageCategory.Refused, StageCategory.Refused), ((await StateAsync(first)).Category, (await StateAsync(second)).Category));
    }

    [Fact]
    public async Task Only_the_mission_finds_it_and_its_pages_lead_to_it()
    {
        var site = await this.SiteAsync();
        using var recruiter = App.ClientFor(site.Recruiter);
        using var visitor = Visitor();
        using var mission = App.ClientFor(await MissionAsync());
        await ApplyAsync(null);

        Assert.Equal(HttpStatusCode.NotFound, (await recruiter.GetAsync(Path, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(Path, Stop)).StatusCode);
        Assert.Equal("offer.not-found", (await SendAsync(site.Recruiter, new ListApplications(null, null, false, null, ApplicationSort.Oldest, 1))).Error?.Code);
        Assert.NotNull((await mission.GetPageAsync("/recruteur/vivier")).QuerySelector($"main a[href='{Path}']"));
        Assert.NotNull((await mission.GetPageAsync("/recruteur")).QuerySelector($"main a[href='{Path}']"));
        Assert.NotNull((await mission.GetPageAsync(Path)).QuerySelector("main a[href='/recruteur/vivier']"));
        Assert.Null((await recruiter.GetPageAsync("/recruteur")).QuerySelector($"a[href='{Path}']"));
    }

    [Fact]
    public async Task An_empty_pool_says_so_and_offers_no_filter_to_remove()
    {
        using var client = App.ClientFor(await MissionAsync());

        Assert.Equal("Aucune candidature ici", (await client.GetPageAsync(Path)).Text(".empty"));
        Assert.NotNull((await client.GetPageAsync($"{Path}?q=x")).QuerySelector($".empty a[href='{Path}']"));
        Assert.Contains("Aucune candidature pour l'instant", (await client.GetPageAsync("/recruteur/vivier")).Text("main"), StringComparison.Ordinal);
    }
}
