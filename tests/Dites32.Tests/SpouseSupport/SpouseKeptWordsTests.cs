using System.Net;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.SpouseSupport;

/// <summary>What a partner has typed is not typed twice: neither when their space closes meanwhile, nor when they were invited.</summary>
public sealed class SpouseKeptWordsTests : SpouseTest
{
    private const string Page = "/dites32-a-2/mon-espace/corriger";

    [Fact]
    public async Task A_correction_written_while_the_space_was_closing_stays_on_the_screen_and_is_sent_again()
    {
        using var browser = Visitor();
        await RegisterAsync();
        await EnterAsync(browser);
        var form = await browser.GetPageAsync(Page);
        Clock.Advance(TimeSpan.FromMinutes(61));

        var closed = await browser.SubmitAsync(form, Page, "dossier", ("Input.Phone", "0612345678"), ("Input.Message", "Mi-temps."));
        var kept = await closed.ReadPageAsync();
        Assert.Equal((HttpStatusCode.Forbidden, "Votre espace est fermé"), (closed.StatusCode, kept.Text("h1")));
        Assert.Equal(("0612345678", "Mi-temps."), (kept.QuerySelector("#Phone")!.GetAttribute("value"), kept.QuerySelector("#Message")!.TextContent));
        Assert.Equal("/dites32-a-2/connexion", kept.QuerySelector(".notice-warning a")!.GetAttribute("href"));
        Assert.NotEqual("Mi-temps.", (await FileAsync()).Message); // nothing is stored

        await SendAsync(Actor.Anonymous, new RequestSpouseLink(Email));
        await EnterAsync(browser);
        var again = await browser.SubmitAsync(kept, Page, "dossier");
        var check = await again.ReadPageAsync();
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("Ce que vous avez écrit est toujours là", check.Text(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(check, Page, "dossier")).StatusCode);
        Assert.Equal(("0612345678", "Mi-temps."), ((await FileAsync()).Phone?.Replace("+33", "0", StringComparison.Ordinal), (await FileAsync()).Message));
    }

    [Fact]
    public async Task So_does_an_answer_to_a_lead()
    {
        var caseworker = await CaseworkerAsync();
        using var browser = Visitor();
        await RegisterAsync();
        await EnterAsync(browser);
        var (employer, post, file) = (Guid.NewGuid(), Guid.NewGuid(), await FileAsync());
        await SendAsync(caseworker, new AddJobEmployer(employer, new JobEmployerForm { Name = "Librairie", Commune = "Auch (32000)" }));
        await SendAsync(caseworker, new AddJobVacancy(post, employer, new JobVacancyForm { Title = "Libraire", Contract = nameof(JobContract.Permanent), Commune = "Auch (32000)" }));
        await SendAsync(caseworker, new ProposeJobLead(file.Id, post));
        var page = $"/dites32-a-2/mon-espace/pistes/{await BehindTheWallAsync(db => db.Leads.Select(l => l.Id).SingleAsync(Stop))}";
        var form = await browser.GetPageAsync(page);
        Clock.Advance(TimeSpan.FromMinutes(61));

        var closed = await browser.SubmitAsync(form, page, "reponse", ("Input.Answer", "Kept"), ("Input.Comment", "Oui, volontiers."));
        var kept = await closed.ReadPageAsync();
        Assert.Equal((HttpStatusCode.Forbidden, "Oui, volontiers."), (closed.StatusCode, kept.QuerySelector("#Comment")!.TextContent));
        await SendAsync(Actor.Anonymous, new RequestSpouseLink(Email));
        await EnterAsync(browser);

        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(kept, page, "reponse")).StatusCode);
        Assert.Equal((LeadAnswer.Kept, "Oui, volontiers."), await BehindTheWallAsync(async db => (await db.Leads.SingleAsync(Stop)) is var lead ? (lead.Answer, lead.Comment) : default));
    }

    [Fact]
    public async Task Whoever_was_invited_and_fills_in_the_public_form_finds_it_in_their_space_and_nobody_before()
    {
        var caseworker = await CaseworkerAsync();
        var invited = (await SendAsync(caseworker, new InviteSpouse(Guid.NewGuid(), "Inès C.", Email))).Value;
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await RegisterAsync()).Error);

        var before = (await SendAsync(caseworker, new GetSpouseCase(invited))).Value;
        Assert.Equal(("Inès C.", "", null, null), (before.Name, before.Profession ?? "", before.Message, before.ConsentedAt));
        await OpenAsync();

        var file = await FileAsync();
        Assert.Equal(("Inès Capdevielle", "Enseignante en lycée", SpouseCaseState.Consent, caseworker.AccountId), (file.Name, file.Profession, file.State, file.OwnerId));
        Assert.All(await BehindTheWallAsync(db => db.Links.ToListAsync(Stop)), link => Assert.Null(link.Form));
    }

    [Fact]
    public async Task The_link_of_the_invitation_agrees_to_nothing_that_somebody_typed_elsewhere()
    {
        var caseworker = await CaseworkerAsync();
        await SendAsync(caseworker, new InviteSpouse(Guid.NewGuid(), "Inès C.", Email));
        var invitation = await TokenAsync();
        Clock.Advance(TimeSpan.FromMinutes(1));
        await RegisterAsync(form: Form with { Name = "Quelqu'un d'autre" });

        Assert.Null((await SendAsync(Actor.Anonymous, new OpenSpouseLink(invitation))).Error);
        Assert.Equal(("Inès C.", null), ((await FileAsync()).Name, (await FileAsync()).ConsentedAt));

        Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal("spouse.dead-link", (await SendAsync(Actor.Anonymous, new OpenSpouseLink(await TokenAsync()))).Error?.Code);
        await SendAsync(Actor.System, new SweepSpouseSupport());
        Assert.All(await BehindTheWallAsync(db => db.Links.ToListAsync(Stop)), link => Assert.Null(link.Form));
    }

    [Fact]
    public async Task Of_somebody_who_has_agreed_nothing_changes_by_the_public_form()
    {
        await InSpaceAsync();
        Clock.Advance(TimeSpan.FromMinutes(1));
        await RegisterAsync(form: Form with { Name = "Quelqu'un d'autre" });
        await OpenAsync();

        Assert.Equal("Inès Capdevielle", (await FileAsync()).Name);
        Assert.DoesNotContain(await BehindTheWallAsync(db => db.Links.ToListAsync(Stop)), link => link.Form is not null);
    }

    private async Task EnterAsync(HttpClient browser)
    {
        await browser.GetAsync($"/dites32-a-2/lien?jeton={await TokenAsync()}", Stop);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync("/dites32-a-2/lien", "ouvrir")).StatusCode);
    }
}
