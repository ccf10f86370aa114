using System.Reflection;
using Dites32.Core.Accounts;
using Dites32.Core.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;
using Xunit.Sdk;

namespace Dites32.E2E.Routes;

/// <summary>No page of the application has an error that axe finds, scrolls sideways on a small phone, or breaks a line where French does not.</summary>
[Collection(PublicPortal.Name)]
public sealed class EveryRouteTests(Portal portal, Chromium chromium, KnownRows rows) : BrowserTest(portal, chromium), IClassFixture<KnownRows>
{
    public static TheoryData<Reader> Readers => [.. Enum.GetValues<Reader>()];

    [Fact]
    public void Every_page_has_its_visit_and_every_visit_its_page()
    {
        var pages = typeof(Program).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template).ToHashSet();
        var visits = Visit.All.Select(v => v.Template).ToHashSet();

        Assert.Empty(pages.Except(visits));
        Assert.Empty(visits.Except(pages));
    }

    [Theory, MemberData(nameof(Readers))]
    public Task Every_page_is_well_on_a_small_phone(Reader reader) => VisitAllAsync(reader, Phone);

    [Theory, MemberData(nameof(Readers)), Trait("Category", "Long")]
    public Task Every_page_is_well_on_a_desk(Reader reader) => VisitAllAsync(reader, Desk);

    [Fact]
    public Task Every_page_with_a_form_shows_itself_again_when_the_form_that_is_sent_is_gone() => SendGoneFormsAsync(Reader.Recruiter);

    [Theory, MemberData(nameof(Readers)), Trait("Category", "Long")]
    public Task So_does_every_page_of_each_reader(Reader reader) => SendGoneFormsAsync(reader);

    private async Task SendGoneFormsAsync(Reader reader)
    {
        var page = await ReaderAsync(reader, Desk);
        var bad = new List<string>();
        foreach (var visit in Visit.All.Where(v => v.Reader == reader))
        {
            await page.GotoAsync(rows.Fill(visit.Path));
            var answer = await page.EvaluateAsync<string?>("""
                async () => {
                  const form = document.querySelector('main form[method=post]:not([enctype])');
                  if (form === null) return null;
                  const fields = new URLSearchParams(new FormData(form));
                  fields.set('_handler', 'gone');
                  const response = await fetch(form.getAttribute('action') || location.href, { method: 'POST', body: fields });
                  const body = new DOMParser().parseFromString(await response.text(), 'text/html').body;
                  return `${response.status} ${body.querySelector('main [role=alert]')?.textContent.trim() ?? body.textContent}`;
                }
                """);
            if (answer?.StartsWith($"{(visit.Status == 200 ? 409 : visit.Status)} Cette page a changé entre-temps.", StringComparison.Ordinal) == false)
            {
                bad.Add($"{page.Url} answered {answer}");
            }
        }

        Assert.True(bad.Count == 0, string.Join("\n", bad));
        ForgetComplaints(); // each answer is a refusal
    }

    /// <summary>Goes on after a bad page, so that one run tells them all.</summary>
    private async Task VisitAllAsync(Reader reader, int width)
    {
        var page = await ReaderAsync(reader, width);
        var bad = new List<string>();
        foreach (var (visit, index) in Visit.All.Index().Where(v => v.Item.Reader == reader).Select(v => (v.Item, v.Index)))
        {
            var path = rows.Fill(visit.Path);
            try
            {
                var response = await page.GotoAsync(path);
                await Pictures.TakeIfAskedAsync(page, $"pages-{width}", $"{index:00}{visit.Template.Replace('/', '-').Replace(":guid", "", StringComparison.Ordinal)}");
                Assert.True(visit.Status == response!.Status, $"{path} answered {response.Status}");
                Assert.Equal(path.Split('?')[0], new Uri(page.Url).AbsolutePath);
                await page.CheckAsync();
                await page.CheckSpacesAsync();
            }
            catch (XunitException found)
            {
                bad.Add(found.Message);
            }
        }

        Assert.True(bad.Count == 0, string.Join("\n\n", bad));
    }

    private async Task<IPage> ReaderAsync(Reader reader, int width)
    {
        switch (reader)
        {
            case Reader.Recruiter:
                return await SignedInAsync(Role.SiteRecruiter, width);
            case Reader.Mission:
                return await SignedInAsync(Role.Dites32Recruiter, width);
            case Reader.Administrator:
                return await SignedInAsync(Role.Administrator, width);
            case Reader.Officer:
                return await SignedInAsync(Role.DataProtectionOfficer, width);
            case Reader.Caseworker:
                return await SignedInAsync(Role.SpouseCaseworker, width);
            case Reader.Coordinator:
                return await SignedInAsync(Role.InternshipCoordinator, width);
            case Reader.Intern:
                return await SignedInAsync(DemoAccounts.Intern, width);
            case Reader.Doctor:
                return await SignedInAsync(Role.Candidate, width);
            case Reader.Visitor:
            case Reader.Applicant:
            case Reader.Spouse:
                break;
        }

        var page = await SomebodyAsync(width);
        if (reader == Reader.Spouse)
        {
            await page.GotoAsync(await rows.LinkToSpouseAsync());
            await page.GetByRole(AriaRole.Button, new() { Name = "Entrer" }).ClickAsync();
            await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Bonjour");
        }

        foreach (var link in reader == Reader.Applicant ? rows.Links : [])
        {
            await page.GotoAsync(link);
        }

        return page;
    }
}
