using System.Net;
using AngleSharp.Html.Dom;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Territory;

public sealed class StructuresPageTests : WebTest
{
    private const string Structures = "/administration/structures";
    private const string Fleurance = $"{Structures}/sites/00000032-0000-7000-8000-000000000011";

    [Fact]
    public async Task The_list_shows_organisations_and_their_sites()
    {
        using var admin = App.ClientFor(await SomeoneAsync(Role.Administrator));
        var page = await admin.GetPageAsync(Structures);

        Assert.Equal("Organisations et sites", page.Text("h1"));
        Assert.Equal("Département du Gers – Centre départemental de santé", page.Text("h2"));
        Assert.Equal(5, page.QuerySelectorAll("table tbody tr").Length);
        Assert.Contains("Antenne d'Estang", page.Text("table"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?page=")]
    [InlineData("?page=abc")]
    [InlineData("?page=-1")]
    [InlineData("?page=99999999999999999999")]
    public async Task Any_page_number_shows_a_page(string query)
    {
        using var admin = App.ClientFor(await SomeoneAsync(Role.Administrator));
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync(Structures + query, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Only_the_mission_and_the_administrators_come_in()
    {
        using var visitor = Visitor();
        using var recruiter = App.ClientFor(await SomeoneAsync(Role.SiteRecruiter));
        foreach (var url in new[] { Structures, Fleurance })
        {
            var asked = await visitor.GetAsync(url, TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.Redirect, "/connexion"), (asked.StatusCode, asked.Headers.Location!.AbsolutePath));
            Assert.Equal(HttpStatusCode.Forbidden, (await recruiter.GetAsync(url, TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    [Fact]
    public async Task An_organisation_then_its_site_are_added()
    {
        using var admin = App.ClientFor(await SomeoneAsync(Role.Administrator));
        var added = await admin.SubmitAsync($"{Structures}/nouvelle-organisation", "organisation",
            ("Input.Name", "Commune de Gondrin"), ("Input.Kind", "Municipality"), ("Input.IsPublicEmployer", "true"), ("Input.Siret", ""));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);

        var next = added.Headers.Location!.ToString();
        var site = await admin.SubmitAsync(next, "site", ("Input.Kind", "HealthHouse"), ("Input.Name", "Maison de santé"), ("Input.Commune", "gondrin"));
        Assert.Equal(HttpStatusCode.Redirect, site.StatusCode);
        var page = await admin.GetPageAsync(site.Headers.Location!.ToString());

        Assert.Equal("Maison de santé", page.Text("h1"));
        Assert.Contains("Commune de Gondrin", page.Text("dl.facts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_form_comes_back_filled()
    {
        using var admin = App.ClientFor(await SomeoneAsync(Role.Administrator));
        var answer = await admin.SubmitAsync($"{Structures}/nouveau-site", "site", ("Input.Name", "Cabinet <essai>"), ("Input.Kind", "7"), ("Input.Commune", "Toulouse"));
        var page = await answer.ReadPageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("Cabinet <essai>", ((IHtmlInputElement)page.QuerySelector("#Name")!).Value);
        Assert.Equal("Certains champs sont à corriger.", page.Text(".error-summary h2"));
    }

    [Fact]
    public async Task A_member_is_added_by_e_mail_and_removed()
    {
        using var admin = App.ClientFor(await SomeoneAsync(Role.Administrator));
        var recruiter = await SomeoneAsync(Role.Candidate);
        var email = await InDatabaseAsync(async db => (await db.Users.SingleAsync(a => a.Id == recruiter.AccountId, TestContext.Current.CancellationToken)).Email);

        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync(Fleurance, "ajouter", ("MemberInput.Email", email))).StatusCode);
        Assert.Contains("Camille Essai", (await admin.GetPageAsync(Fleurance)).Text("table"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync(Fleurance, "retirer", ("RemoveInput.AccountId", recruiter.AccountId.ToString()))).StatusCode);
        Assert.Equal("Personne ne recrute encore pour ce site.", (await admin.GetPageAsync(Fleurance)).Text(".empty"));
    }

    [Fact]
    public async Task The_territory_manager_reads_who_recruits_and_is_offered_no_right_to_give()
    {
        using var mission = App.ClientFor(await SomeoneAsync(Role.Dites32Recruiter));
        using var manager = App.ClientFor(await SomeoneAsync(Role.TerritoryManager));
        var recruiter = await SomeoneAsync(Role.SiteRecruiter);
        var email = await InDatabaseAsync(async db => (await db.Users.SingleAsync(a => a.Id == recruiter.AccountId, TestContext.Current.CancellationToken)).Email);
        await mission.SubmitAsync(Fleurance, "ajouter", ("MemberInput.Email", email));

        var page = await manager.GetPageAsync(Fleurance);

        Assert.Equal("Camille Essai", page.Text("table tbody th"));
        Assert.Null(page.QuerySelector("#ajouter"));
        Assert.Null(page.QuerySelector("#retirer"));
        Assert.NotNull(page.QuerySelector("#etat"));
        Assert.Equal(["Offres", "Structures", "Mon compte"], page.QuerySelectorAll(".site-header nav a").Select(a => a.TextContent.Trim()));
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync($"{Structures}/nouveau-site", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal("/acces-refuse", (await manager.GetAsync("/recruteur", TestContext.Current.CancellationToken)).Headers.Location?.AbsolutePath);
    }

    [Fact]
    public async Task An_unknown_e_mail_is_said_on_its_field()
    {
        using var admin = App.ClientFor(await SomeoneAsync(Role.Administrator));
        var answer = await admin.SubmitAsync(Fleurance, "ajouter", ("MemberInput.Email", "personne@example.org"));
        var page = await answer.ReadPageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.StartsWith("Aucun compte ne porte cette adresse", page.Text("#ajouter .field .error"), StringComparison.Ordinal);
        Assert.Equal("personne@example.org", ((IHtmlInputElement)page.QuerySelector("#Email")!).Value);
    }

    [Fact]
    public async Task A_status_is_changed_and_an_unknown_site_is_not_found()
    {
        using var admin = App.ClientFor(await SomeoneAsync(Role.Dites32Recruiter));

        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync(Fleurance, "etat", ("StatusInput.Status", "Suspended"))).StatusCode);
        Assert.Equal("Suspendu", (await admin.GetPageAsync(Fleurance)).Text(".badge"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.SubmitAsync(Fleurance, "etat", ("StatusInput.Status", "2"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound,
            (await admin.GetAsync($"{Structures}/sites/{Guid.NewGuid()}", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_branch_says_that_its_centre_is_not_known_until_somebody_chooses_it()
    {
        const string Estang = $"{Structures}/sites/00000032-0000-7000-8000-000000000014";
        using var mission = App.ClientFor(await SomeoneAsync(Role.Dites32Recruiter));
        Assert.Contains("Centre de santé à préciser", (await mission.GetPageAsync(Estang)).Text("dl.facts"), StringComparison.Ordinal);

        var form = await mission.GetPageAsync($"{Estang}/corriger");
        Assert.Equal(4, form.QuerySelectorAll("#ParentId option").Length); // none, and three centres
        Assert.Equal("Antenne d'Estang", ((IHtmlInputElement)form.QuerySelector("#Name")!).Value);
        var sent = await mission.SubmitAsync(form, $"{Estang}/corriger", "site", ("Input.ParentId", "00000032-0000-7000-8000-000000000013"));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains("Centre territorial de santé de Plaisance", (await mission.GetPageAsync(Estang)).Text("dl.facts"), StringComparison.Ordinal);

        var older = await mission.SubmitAsync(form, $"{Estang}/corriger", "site", ("Input.Name", "Autre nom"), ("Input.ParentId", ""));
        Assert.Equal(HttpStatusCode.Conflict, older.StatusCode);
        Assert.Equal("Autre nom", ((IHtmlInputElement)(await older.ReadPageAsync()).QuerySelector("#Name")!).Value);
    }

    [Fact]
    public async Task A_wrong_correction_is_said_beside_its_field_and_only_the_mission_may_make_one()
    {
        using var mission = App.ClientFor(await SomeoneAsync(Role.Dites32Recruiter));
        using var recruiter = App.ClientFor(await SomeoneAsync(Role.SiteRecruiter));

        var answer = await mission.SubmitAsync($"{Fleurance}/corriger", "site", ("Input.Commune", "Toulouse"), ("Input.Name", "Nouveau <nom>"));
        var page = await answer.ReadPageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.StartsWith("Aucune commune du Gers", page.Text("#site .field .error"), StringComparison.Ordinal);
        Assert.Equal("Nouveau <nom>", ((IHtmlInputElement)page.QuerySelector("#Name")!).Value);
        Assert.Equal(HttpStatusCode.Forbidden, (await recruiter.GetAsync($"{Fleurance}/corriger", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound,
            (await mission.GetAsync($"{Structures}/sites/{Guid.NewGuid()}/corriger", TestContext.Current.CancellationToken)).StatusCode);
    }
}
