using System.Net;
using AngleSharp.Html.Dom;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Dites32.Tests.Offers;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Shared;

/// <summary>A form that is sent although its page no longer shows it.</summary>
public sealed class MissedFormTests : WebTest
{
    private const string Changed = "Cette page a changé entre-temps.";
    private const string Typed = "Oui, le logement a un jardin,\net le chien y est le bienvenu.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("Production"), InlineData("Development")]
    public async Task Who_answers_after_a_colleague_reads_that_answer_and_keeps_their_own_text(string environment)
    {
        await using var app = new WebApp(ConnectionString, Clock, environment);
        var (site, path) = await QuestionAsync();
        using var recruiter = app.ClientFor(site.Recruiter);
        var opened = await recruiter.GetPageAsync(path);
        await AnswerAsync(await SomeoneAsync(Role.Dites32Recruiter), "Non.");

        var answer = await recruiter.SubmitAsync(opened, path, "reponse", ("Input.Answer", Typed));
        var page = await answer.ReadPageAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("Question de Lou Martin", page.Text("h1"));
        Assert.Contains(Changed, page.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll(".note p"), p => p.TextContent == Typed);
        Assert.Contains(page.QuerySelectorAll(".note p"), p => p.TextContent == "Non.");
        Assert.Equal("Non.", await InDatabaseAsync(db => db.OfferQuestions.Select(q => q.Answer).SingleAsync(Stop)));
        Assert.DoesNotContain(Changed, (await recruiter.GetPageAsync(path)).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_click_finds_what_the_first_one_did()
    {
        var (site, path) = await QuestionAsync();
        using var recruiter = App.ClientFor(site.Recruiter);
        var opened = await recruiter.GetPageAsync(path);

        var first = await recruiter.SubmitAsync(opened, path, "reponse", ("Input.Answer", "Oui."));
        var second = await recruiter.SubmitAsync(opened, path, "reponse", ("Input.Answer", "Oui."));

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("Oui.", (await second.ReadPageAsync()).Text("main"), StringComparison.Ordinal);
        Assert.Equal(1, await InDatabaseAsync(db => db.OutboxEmails.CountAsync(m => m.Kind == "offer-question.answered", Stop)));
    }

    [Fact]
    public async Task What_another_site_posts_is_not_shown()
    {
        var (site, path) = await QuestionAsync();
        await AnswerAsync(site.Recruiter, "Oui.");
        using var recruiter = App.ClientFor(site.Recruiter);

        var page = await PostAsync(recruiter, path, ("_handler", "reponse"), ("Input.Answer", Typed));

        Assert.Equal("Question de Lou Martin", page.Text("h1"));
        Assert.Contains(Changed, page.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("bienvenu", page.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_never_shown()
    {
        var secret = new string('x', 60);
        using var visitor = Visitor();

        var answer = await visitor.SubmitAsync("/connexion", "connexion", ("_handler", "autre"), ("Input.Password", secret));
        var html = await answer.Content.ReadAsStringAsync(Stop);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(Changed, html, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_names_no_form_or_comes_to_a_page_without_any_is_answered_in_French()
    {
        using var visitor = Visitor();

        foreach (var (path, title) in new[] { ("/connexion", "Connexion"), ("/mentions-legales", "Mentions légales et sources") })
        {
            Assert.Equal(title, (await PostAsync(visitor, path)).Text("h1"));
            Assert.Equal(title, (await PostAsync(visitor, path, ("_handler", "autre"))).Text("h1"));
        }

        var nowhere = await PostAsync(visitor, "/nulle-part", ("_handler", "autre"));
        Assert.Contains("Numéro à nous donner en cas de besoin", nowhere.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain(Changed, nowhere.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_not_found_or_not_allowed_says_so_to_a_form_too()
    {
        var (_, path) = await QuestionAsync();
        using var stranger = App.ClientFor((await this.SiteAsync("32132")).Recruiter);
        using var visitor = Visitor();

        Assert.Equal("Page introuvable", (await PostAsync(stranger, path, ("_handler", "reponse"))).Text("h1"));
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("_handler", "reponse")]);
        Assert.StartsWith("/connexion", (await visitor.PostAsync(path, content, Stop)).Headers.Location?.PathAndQuery, StringComparison.Ordinal);
    }

    private async Task<(SampleSite Site, string Path)> QuestionAsync()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        Assert.Null((await SendAsync(Actor.Anonymous, new AskQuestion(Guid.NewGuid(), offer.Number, "Lou Martin", "lou@example.org", "Un jardin ?", IsRobot: false))).Error);
        return (site, $"/recruteur/questions/{await OnlyIdAsync()}");
    }

    private async Task AnswerAsync(Actor actor, string text) =>
        Assert.Null((await SendAsync(actor, new AnswerQuestion(await OnlyIdAsync(), text))).Error);

    private Task<Guid> OnlyIdAsync() => InDatabaseAsync(db => db.OfferQuestions.Select(q => q.Id).SingleAsync(Stop));

    private static async Task<IHtmlDocument> PostAsync(HttpClient client, string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await (await client.PostAsync(path, content, Stop)).ReadPageAsync();
    }
}
