using System.Net;
using Dites32.Core.SpouseSupport;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.SpouseSupport;

/// <summary>What was said with an employer, for the whole team.</summary>
public sealed class EmployerTalkTests : SpouseTest
{
    [Fact]
    public async Task A_talk_is_noted_once_and_the_last_one_is_in_the_directory()
    {
        var (caseworker, employer, form) = (await CaseworkerAsync(), Guid.NewGuid(), Guid.NewGuid());
        await SendAsync(caseworker, new AddJobEmployer(employer, new JobEmployerForm { Name = "Librairie de la Halle", Commune = "Auch" }));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => Assert.Null(
            (await SendAsync(caseworker, new AddEmployerTalk(form, employer, "2026-02-20", TalkWay.Visit, "Vu Mme Martin, qui cherche quelqu'un."))).Error)));
        await SendAsync(caseworker, new AddEmployerTalk(Guid.NewGuid(), employer, "2026-01-10", TalkWay.Phone, "Premier appel."));

        var talks = (await SendAsync(caseworker, new GetJobEmployer(employer))).Value.Talks;
        Assert.Equal([(TalkWay.Visit, "Maylis Duprat"), (TalkWay.Phone, "Maylis Duprat")], talks.Select(t => (t.Way, t.Author)));
        Assert.Equal(new DateOnly(2026, 2, 20), Assert.Single((await SendAsync(caseworker, new ListJobEmployers("", 1))).Value.Items).LastTalkOn);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ => Assert.Null((await SendAsync(caseworker, new RemoveEmployerTalk(form))).Error)));
        Assert.Equal("Premier appel.", await BehindTheWallAsync(db => db.Talks.Select(t => t.Text).SingleAsync(Stop)));
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_talk_is_said_at_once()
    {
        var (caseworker, employer) = (await CaseworkerAsync(), Guid.NewGuid());
        await SendAsync(caseworker, new AddJobEmployer(employer, new JobEmployerForm { Name = "Librairie de la Halle", Commune = "Auch" }));

        Assert.Equal(["On", "Text", "Way"], (await SendAsync(caseworker, new AddEmployerTalk(Guid.NewGuid(), employer, "2026-03-03", null, " "))).Error!.Fields!.Keys.Order());
        Assert.Equal(["On", "Text"], (await SendAsync(caseworker, new AddEmployerTalk(Guid.NewGuid(), employer, "", TalkWay.Mail, new string('a', 1001)))).Error!.Fields!.Keys.Order());
        Assert.Equal("spouse.employer-not-found", (await SendAsync(caseworker, new AddEmployerTalk(Guid.NewGuid(), Guid.NewGuid(), "2026-03-01", TalkWay.Mail, "a"))).Error?.Code);
    }

    [Fact]
    public async Task On_the_page_a_refused_talk_comes_back_filled_and_a_good_one_is_there()
    {
        var (caseworker, employer) = (await CaseworkerAsync(), Guid.NewGuid());
        await SendAsync(caseworker, new AddJobEmployer(employer, new JobEmployerForm { Name = "Librairie de la Halle", Commune = "Auch" }));
        using var client = App.ClientFor(caseworker);
        var address = $"/accompagnement/employeurs/{employer}";

        var refused = await client.SubmitAsync(address, "echange", ("Talk.Way", ""), ("Talk.Text", "Appelé <b>Sam</b>"));
        var page = await refused.ReadPageAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Appelé <b>Sam</b>"), (refused.StatusCode, page.Text("textarea")));
        Assert.Equal("2026-03-02", page.QuerySelector("#On")!.GetAttribute("value"));

        Assert.Equal(HttpStatusCode.Redirect, (await client.SubmitAsync(address, "echange", ("Talk.Way", "Phone"), ("Talk.Text", "Appelé <b>Sam</b>"))).StatusCode);
        page = await client.GetPageAsync(address);
        Assert.Equal("Appelé <b>Sam</b>", page.Text("article .pre"));
        var talk = page.QuerySelector("button[name='Removal.TalkId']")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Redirect, (await client.SubmitAsync(address, "retirer-echange", ("Removal.TalkId", talk))).StatusCode);
        Assert.Empty((await client.GetPageAsync(address)).QuerySelectorAll("article"));
    }
}
