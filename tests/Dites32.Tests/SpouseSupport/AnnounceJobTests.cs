using System.Net;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.SpouseSupport;

/// <summary>The public form of employers, and those who would abuse it.</summary>
public sealed class AnnounceJobTests : SpouseTest
{
    private static readonly JobEmployerForm Employer = new() { Name = "Librairie de la Halle", Siret = "73282932000074", Commune = "Auch (32000)", ContactEmail = "sam@example.org" };
    private static readonly JobVacancyForm Vacancy = new() { Title = "Libraire", Contract = nameof(JobContract.Permanent), OpenUntil = "2026-03-31" };

    [Fact]
    public async Task An_announcement_waits_for_a_caseworker_and_nobody_is_written_to_before()
    {
        var caseworker = await CaseworkerAsync();
        await InSpaceAsync();
        var form = Guid.NewGuid();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(Actor.Anonymous, new AnnounceJob(form, Employer, Vacancy, false))));

        var waiting = (await SendAsync(caseworker, new ListJobAnnouncements())).Value;
        Assert.Equal((1, "Libraire"), (waiting.Waiting, waiting.First[0].Vacancy.Title));
        Assert.Empty((await SendAsync(caseworker, new SearchLeads((await FileAsync()).Id, "", null, null))).Value.Leads);
        Assert.Empty(await MailsAsync("sam@example.org"));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SendAsync(caseworker, new DecideJobAnnouncement(form, IsAccepted: true))));

        Assert.Single((await SendAsync(caseworker, new SearchLeads((await FileAsync()).Id, "", null, null))).Value.Leads);
        Assert.Single(await MailsAsync("sam@example.org"));
        Assert.Equal("spouse.announcement-decided", (await SendAsync(caseworker, new DecideJobAnnouncement(form, IsAccepted: false))).Error?.Code);
    }

    [Fact]
    public async Task A_second_post_of_a_known_siret_is_the_same_employers()
    {
        var caseworker = await CaseworkerAsync();
        foreach (var name in new[] { "Librairie de la Halle", "LIBRAIRIE DE LA HALLE SARL" })
        {
            var form = Guid.NewGuid();
            await SendAsync(Actor.Anonymous, new AnnounceJob(form, Employer with { Name = name }, Vacancy, false));
            Assert.Null((await SendAsync(caseworker, new DecideJobAnnouncement(form, true))).Error);
        }

        var row = Assert.Single((await SendAsync(caseworker, new ListJobEmployers("", 1))).Value.Items);
        Assert.Equal(("Librairie de la Halle", 2), (row.Name, row.OpenVacancies));
    }

    [Fact]
    public async Task An_announcement_whose_day_has_passed_is_not_taken_and_says_why()
    {
        var (caseworker, form) = (await CaseworkerAsync(), Guid.NewGuid());
        await SendAsync(Actor.Anonymous, new AnnounceJob(form, Employer, Vacancy, false));
        Clock.Advance(TimeSpan.FromDays(40));

        Assert.StartsWith("Cette annonce ne tient plus", (await SendAsync(caseworker, new DecideJobAnnouncement(form, true))).Error?.Message, StringComparison.Ordinal);
        Assert.Null((await SendAsync(caseworker, new DecideJobAnnouncement(form, false))).Error);
    }

    [Fact]
    public async Task A_network_sends_ten_an_hour_a_robot_none_and_no_more_than_two_hundred_wait()
    {
        var network = Actor.Anonymous with { Network = "203.0.113.9" };
        for (var i = 0; i < AnnounceJob.MostPerNetworkAndHour; i++)
        {
            Assert.Null((await SendAsync(network, new AnnounceJob(Guid.NewGuid(), Employer, Vacancy, false))).Error);
        }

        Assert.Equal("spouse.too-many-announcements", (await SendAsync(network, new AnnounceJob(Guid.NewGuid(), Employer, Vacancy, false))).Error?.Code);
        Assert.Null((await SendAsync(Actor.Anonymous with { Network = "203.0.113.10" }, new AnnounceJob(Guid.NewGuid(), Employer, Vacancy, false))).Error);
        Assert.Equal("page-too-old", (await SendAsync(Actor.Anonymous, new AnnounceJob(Guid.NewGuid(), Employer, Vacancy, IsRobot: true))).Error?.Code);
        await RunAsOwnerAsync("""
            INSERT INTO spouse.job_announcement (id, employer, vacancy, received_at) SELECT gen_random_uuid(), '{}', '{}', now() FROM generate_series(1, 189)
            """);
        Assert.Equal("spouse.too-many-announcements", (await SendAsync(Actor.Anonymous, new AnnounceJob(Guid.NewGuid(), Employer, Vacancy, false))).Error?.Code);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("'); DROP TABLE spouse.spouse_case; --")]
    [InlineData("{{constructor.constructor('alert(1)')()}}")]
    [InlineData("Bcc: tous@example.org\r\nSubject: x")]
    public async Task What_was_typed_stays_a_text_for_whoever_reads_it(string hostile)
    {
        var caseworker = await CaseworkerAsync();
        using var visitor = Visitor();
        var sent = await visitor.SubmitAsync("/dites32-a-2/employeurs", "annonce",
            ("Input.Title", hostile), ("Input.Contract", "Permanent"), ("Input.Description", hostile), ("Input.Name", hostile), ("Input.Commune", "Auch"),
            ("Input.ContactName", hostile), ("Input.ContactEmail", "sam@example.org"));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);

        using var reader = App.ClientFor(caseworker);
        var page = await reader.GetPageAsync("/accompagnement/annonces");
        Assert.Equal(PlainText.Clean(hostile).ReplaceLineEndings(" "), page.Text("article h2").Replace("\r", "", StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("main script"));
        Assert.Equal(HttpStatusCode.Redirect, (await reader.SubmitAsync("/accompagnement/annonces", "decider",
            ("Input.Accept", page.QuerySelector("button[name='Input.Accept']")!.GetAttribute("value")))).StatusCode);
        Assert.DoesNotContain('\n', Assert.Single(await MailsAsync("sam@example.org")).Subject);
    }

    [Fact]
    public async Task Signs_that_nobody_sees_are_left_out_and_an_address_of_nothing_else_is_none()
    {
        var caseworker = await CaseworkerAsync();
        Assert.Equal(["ContactEmail"], (await SendAsync(Actor.Anonymous, new AnnounceJob(Guid.NewGuid(), Employer with { ContactEmail = "\u0001" }, Vacancy, false))).Error!.Fields!.Keys);
        Assert.Null((await SendAsync(Actor.Anonymous, new AnnounceJob(Guid.NewGuid(), Employer, Vacancy with { Title = "Lib\0raire" + new string(' ', 5000) }, false))).Error);
        Assert.Equal("Libraire", Assert.Single((await SendAsync(caseworker, new ListJobAnnouncements())).Value.First).Vacancy.Title);
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_beside_its_field()
    {
        using var visitor = Visitor();
        var answer = await visitor.SubmitAsync("/dites32-a-2/employeurs", "annonce", ("Input.Siret", "12"), ("Input.Address", "javascript:alert(1)"));
        var page = await answer.ReadPageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(7, page.QuerySelectorAll(".field .error").Length); // title, contract, link, employer, siret, commune, address
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public async Task Nobody_keeps_an_announcement_for_ever()
    {
        var (caseworker, form) = (await CaseworkerAsync(), Guid.NewGuid());
        await SendAsync(Actor.Anonymous, new AnnounceJob(form, Employer, Vacancy, false));
        await SendAsync(Actor.Anonymous, new AnnounceJob(Guid.NewGuid(), Employer, Vacancy, false));
        await SendAsync(caseworker, new DecideJobAnnouncement(form, false));

        Clock.Advance(TimeSpan.FromDays(31));
        await SendAsync(Actor.System, new SweepSpouseSupport());
        Assert.Equal(1, await BehindTheWallAsync(db => db.Announcements.CountAsync(Stop)));
        Clock.Advance(TimeSpan.FromDays(150));
        await SendAsync(Actor.System, new SweepSpouseSupport());
        Assert.Equal(0, await BehindTheWallAsync(db => db.Announcements.CountAsync(Stop)));
    }
}
