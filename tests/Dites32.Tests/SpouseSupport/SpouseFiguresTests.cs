using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Tests.Infrastructure;

namespace Dites32.Tests.SpouseSupport;

/// <summary>The caseworkers' figures, counted by hand beside.</summary>
public sealed class SpouseFiguresTests : SpouseTest
{
    [Fact]
    public async Task A_year_counts_who_agreed_how_soon_they_were_spoken_to_and_where_they_stood_later()
    {
        var caseworker = await CaseworkerAsync();
        foreach (var (email, project) in new[] { ("a@example.org", SpouseProject.Employment), ("b@example.org", SpouseProject.Employment), ("c@example.org", SpouseProject.OwnBusiness) })
        {
            await InSpaceAsync(email, Form with { Project = project.ToString() }); // 2 March 2026
        }

        await InSpaceAsync("d@example.org", Form with { Project = null });
        Clock.Advance(TimeSpan.FromDays(2));
        await SpeakAsync("a@example.org");
        Clock.Advance(TimeSpan.FromDays(4));
        await SpeakAsync("b@example.org");
        await SpeakAsync("a@example.org"); // a second time
        await MoveAsync("a@example.org", SpouseCaseState.Interview);
        await MoveAsync("c@example.org", SpouseCaseState.Closed);
        Clock.Advance(TimeSpan.FromDays(30));
        await MoveAsync("a@example.org", SpouseCaseState.InPost);
        Clock.Advance(TimeSpan.FromDays(120));
        await MoveAsync("b@example.org", SpouseCaseState.Paused); // after the third month

        var figures = (await SendAsync(caseworker, new GetSpouseFigures(2026))).Value;

        Assert.Equal((2026, 4, 2, 4.0), (figures.Year, figures.Agreed, figures.Spoken, figures.MedianDays));
        Assert.Equal([(SpouseProject.Employment, 2), (null, 1), (SpouseProject.OwnBusiness, 1)], figures.Projects.Select(p => (p.Project, p.Count)));
        Assert.Equal([new OutcomeFigure(3, 4, 1, 0, 2, 0, 1), new OutcomeFigure(12, 0, 0, 0, 0, 0, 0)], figures.Outcomes);

        Clock.Advance(TimeSpan.FromDays(300)); // June 2027
        var later = (await SendAsync(caseworker, new GetSpouseFigures(2026))).Value;
        Assert.Equal(new OutcomeFigure(12, 4, 1, 0, 1, 1, 1), later.Outcomes[1]);
        Assert.Equal([2027, 2026], later.Years);
        Assert.Equal((2027, 0), ((await SendAsync(caseworker, new GetSpouseFigures(1999))).Value.Year, (await SendAsync(caseworker, new GetSpouseFigures(null))).Value.Agreed));

        async Task SpeakAsync(string email) =>
            Assert.Null((await SendAsync(caseworker, new AddSpouseNote((await FileAsync(email)).Id, Guid.NewGuid(), "Parlé.", Spoke: true))).Error);

        async Task MoveAsync(string email, SpouseCaseState to) => Assert.Null((await SendAsync(caseworker, new MoveSpouseCase(
            (await FileAsync(email)).Id, await VersionAsync(email), to, "Suite", Clock.Today().AddDays(5).ForMachines()))).Error);
    }

    [Fact]
    public async Task The_page_says_what_it_counts_and_an_empty_year_is_no_table_of_zeros()
    {
        using var caseworker = App.ClientFor(await CaseworkerAsync());
        Assert.Equal("Personne n'a donné son accord cette année-là.", (await caseworker.GetPageAsync("/accompagnement/chiffres")).Text(".empty"));
        await InSpaceAsync();

        var page = await caseworker.GetPageAsync("/accompagnement/chiffres?annee=abc");

        Assert.Equal("Chiffres de 2026", page.Text("h1"));
        Assert.Equal(("La fonction publique", "1"), (page.Text("table[aria-labelledby=projets] tbody th"), page.Text("table[aria-labelledby=projets] tbody td")));
    }
}
