using System.Net;
using Dites32.Core.Accounts;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Accounts;

public sealed class AccountPagesTests : AccountTest
{
    [Fact]
    public async Task Registering_confirming_signing_in_and_out_works_without_JavaScript()
    {
        using var visitor = Visitor();
        var registered = await visitor.SubmitAsync("/inscription", "inscription", ("Input.DisplayName", "Claire Dupouy"), ("Input.Email", Email), ("Input.Password", Password));
        Assert.Equal("/inscription/verifier", Target(registered));

        var opened = await visitor.GetAsync(await LinkAsync(), Stop);
        Assert.Equal("/confirmer-adresse", Target(opened));
        Assert.False((await FindAsync()).EmailConfirmed); // opening a link does nothing yet
        var confirmed = await visitor.SubmitAsync("/confirmer-adresse", "confirmation");
        Assert.Equal("/connexion?fait=confirmation", Target(confirmed));

        var signedIn = await SignInAsync(visitor, url: "/connexion?retour=%2Fmon-compte%3Ffait%3Dnom");
        Assert.Equal("/mon-compte?fait=nom", Target(signedIn));
        var cookie = Assert.Single(signedIn.Headers.GetValues("Set-Cookie"), c => c.StartsWith("__Host-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);

        var mine = await visitor.GetPageAsync("/mon-compte");
        Assert.Contains(Email, mine.Text("main"), StringComparison.Ordinal);
        var signedOut = await visitor.PostAsync("/deconnexion", FormOf(mine, "form[action='/deconnexion']"), Stop);
        Assert.Equal("/connexion?fait=deconnexion", Target(signedOut));
        Assert.StartsWith("/connexion?retour=", Target(await visitor.GetAsync("/mon-compte", Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Known_and_unknown_addresses_give_the_same_page()
    {
        await AccountAsync();
        using var visitor = Visitor();
        foreach (var (url, form) in new[] { ("/inscription", "inscription"), ("/inscription/verifier", "renvoi"), ("/mot-de-passe-oublie", "oubli") })
        {
            var known = await visitor.SubmitAsync(url, form, ("Input.DisplayName", "Claire"), ("Input.Email", Email), ("Input.Password", Password));
            var unknown = await visitor.SubmitAsync(url, form, ("Input.DisplayName", "Claire"), ("Input.Email", "inconnue@example.org"), ("Input.Password", Password));
            Assert.Equal((HttpStatusCode.Found, Target(known)), (unknown.StatusCode, Target(unknown)));
        }

        var wrong = await (await SignInAsync(visitor, Email, "faux")).ReadPageAsync();
        var nobody = await (await SignInAsync(visitor, "personne@example.org", "faux")).ReadPageAsync();
        Assert.StartsWith("Adresse ou mot de passe incorrect.", wrong.Text(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(wrong.Text("main"), nobody.Text("main"));
    }

    [Fact]
    public async Task A_wrong_password_keeps_the_address_and_never_the_password()
    {
        using var visitor = Visitor();
        var page = await (await SignInAsync(visitor, Email, "faux-mot")).ReadPageAsync();

        Assert.Equal(Email, page.QuerySelector("#Email")!.GetAttribute("value"));
        Assert.DoesNotContain("faux-mot", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_does_nothing_and_keeps_what_was_typed()
    {
        var admin = await AccountAsync(Email, Role.Administrator);
        using var visitor = Visitor();
        using var administrator = App.ClientFor(admin);
        foreach (var (client, url, handler) in new[]
        {
            (visitor, "/inscription", "inscription"), (visitor, "/connexion", "connexion"), (visitor, "/mot-de-passe-oublie", "oubli"),
            (visitor, "/inscription/verifier", "renvoi"), (administrator, "/administration/comptes/inviter", "invitation"),
        })
        {
            var answer = await client.PostAsync(url, Form(("_handler", handler), ("Input.Email", "tapee@example.org"), ("Input.DisplayName", "Paul"), ("Input.Password", Password), ("Input.SiteRecruiter", "true")), Stop);
            var page = await answer.ReadPageAsync();

            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.Equal("tapee@example.org", page.QuerySelector("#Email")!.GetAttribute("value"));
        }

        Assert.Equal(1, await InDatabaseAsync(db => db.Users.CountAsync(Stop)));
        Assert.Empty(await InDatabaseAsync(db => db.OutboxEmails.ToListAsync(Stop)));
    }

    [Fact]
    public async Task Another_site_cannot_sign_somebody_in_with_a_passkey_of_its_own()
    {
        using var visitor = Visitor();
        var page = await visitor.GetPageAsync("/connexion");
        var state = page.QuerySelector("input[name='Passkey.State']")!.GetAttribute("value");

        var answer = await visitor.PostAsync("/connexion", Form(("_handler", "cle"), ("Passkey.Credential", "{}"), ("Passkey.State", state!)), Stop);
        var own = await visitor.SubmitAsync(page, "/connexion", "cle", ("Passkey.Credential", "{}"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("ouverte depuis trop longtemps", (await answer.ReadPageAsync()).Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("ouverte depuis trop longtemps", (await own.ReadPageAsync()).Text("main"), StringComparison.Ordinal); // it was looked at
    }

    [Fact]
    public async Task Another_site_cannot_sign_somebody_out()
    {
        await AccountAsync();
        using var visitor = Visitor();
        await SignInAsync(visitor);

        var answer = await visitor.PostAsync("/deconnexion", Form(("_handler", "deconnexion")), Stop);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/mon-compte", Stop)).StatusCode);
    }

    [Fact]
    public async Task A_password_changed_in_one_browser_ends_the_session_of_another_at_once()
    {
        await AccountAsync();
        using var here = Visitor();
        using var elsewhere = Visitor();
        await SignInAsync(here);
        await SignInAsync(elsewhere);

        var changed = await here.SubmitAsync("/mon-compte", "mot-de-passe", ("PasswordInput.CurrentPassword", Password), ("PasswordInput.NewPassword", "deux canards sur la Baïse"));
        Assert.Equal("/mon-compte?fait=mot-de-passe", Target(changed));

        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/mon-compte", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await elsewhere.GetAsync("/mon-compte", Stop)).StatusCode);
    }

    [Fact]
    public async Task A_session_ends_after_an_hour_without_a_page_and_slides_otherwise()
    {
        await AccountAsync();
        using var visitor = Visitor();
        await SignInAsync(visitor);

        foreach (var _ in Enumerable.Range(0, 3))
        {
            Clock.Advance(TimeSpan.FromMinutes(50));
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/mon-compte", Stop)).StatusCode);
        }

        Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(HttpStatusCode.Found, (await visitor.GetAsync("/mon-compte", Stop)).StatusCode);
    }

    [Fact]
    public async Task A_new_name_shows_at_once()
    {
        await AccountAsync();
        using var visitor = Visitor();
        await SignInAsync(visitor);

        var renamed = await visitor.SubmitAsync("/mon-compte", "nom", ("NameInput.DisplayName", "Dr Claire Lafitte"));

        Assert.Equal("/mon-compte?fait=nom", Target(renamed));
        Assert.Equal("Dr Claire Lafitte", (await visitor.GetPageAsync("/mon-compte")).QuerySelector("#DisplayName")!.GetAttribute("value"));
        var empty = await visitor.SubmitAsync("/mon-compte", "nom", ("NameInput.DisplayName", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
    }

    [Fact]
    public async Task An_administrator_invites_and_changes_roles()
    {
        using var client = App.ClientFor(await SomeoneAsync(Role.Administrator));
        var none = await client.SubmitAsync("/administration/comptes/inviter", "invitation", ("Input.DisplayName", "Paul"), ("Input.Email", "paul@example.org"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        Assert.NotNull((await none.ReadPageAsync()).QuerySelector("fieldset#Roles .error"));

        var invited = await client.SubmitAsync("/administration/comptes/inviter", "invitation", ("Input.DisplayName", "Paul"), ("Input.Email", "paul@example.org"), ("Input.SiteRecruiter", "true"));
        Assert.Equal("/administration/comptes?fait=invitation", Target(invited));
        var list = await client.GetPageAsync("/administration/comptes?q=paul");
        var row = Assert.Single(list.QuerySelectorAll("tbody tr"));
        Assert.Contains("En attente", row.TextContent, StringComparison.Ordinal);

        var edit = row.QuerySelector("a")!.GetAttribute("href")!;
        var set = await client.SubmitAsync(edit, "roles", ("Input.SiteRecruiter", null), ("Input.Dites32Recruiter", "true"));
        Assert.Equal("/administration/comptes?fait=roles", Target(set));
        Assert.Equal([Role.Dites32Recruiter], await InDatabaseAsync(async db => await db.RolesOfAsync((await db.FindAccountAsync("paul@example.org", Stop))!.Id, Stop)));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/administration/comptes/{Guid.NewGuid()}", Stop)).StatusCode);
    }

    [Fact]
    public async Task The_administration_is_closed_to_others()
    {
        using var recruiter = App.ClientFor(await SomeoneAsync(Role.SiteRecruiter, Role.Dites32Recruiter));
        using var visitor = Visitor();
        foreach (var url in new[] { "/administration/comptes", "/administration/comptes/inviter", $"/administration/comptes/{Guid.NewGuid()}" })
        {
            Assert.StartsWith("/acces-refuse", Target(await recruiter.GetAsync(url, Stop)), StringComparison.Ordinal);
            Assert.StartsWith("/connexion?retour=", Target(await visitor.GetAsync(url, Stop)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Development", 10)]
    [InlineData("Production", 0)]
    [InlineData("Staging", 0)]
    public async Task Demo_accounts_show_in_development_only(string environment, int count)
    {
        await SaveAsync([.. DemoAccounts.All.Select(d => AccountFactory.Create(d.Email, d.DisplayName, d.Password))]);
        await using var app = new WebApp(ConnectionString, Clock, environment);
        using var visitor = app.ClientFor(Actor.Anonymous);

        Assert.Equal(count, (await visitor.GetPageAsync("/connexion")).QuerySelectorAll(".demo-accounts li").Length);
    }

    [Fact]
    public async Task No_value_of_any_field_or_parameter_breaks_a_page()
    {
        using var visitor = Visitor();
        using var admin = App.ClientFor(await AccountAsync(Email, Role.Administrator));
        string[] names = ["Email", "Password", "DisplayName", "CurrentPassword", "NewPassword", "SiteRecruiter", "Administrator"];
        string?[] values = ["", " ", "\0", "\0a\0@b.fr\0", new string('a', 100_000), "💥\ud83d", "-1", "a@b.fr\r\nBcc: c@d.fr", "'; DROP TABLE account; --", null];
        foreach (var (client, url, form, prefix) in new[]
        {
            (visitor, "/connexion", "connexion", "Input"), (visitor, "/inscription", "inscription", "Input"), (visitor, "/inscription/verifier", "renvoi", "Input"),
            (visitor, "/mot-de-passe-oublie", "oubli", "Input"), (visitor, "/deconnexion", "deconnexion", "Input"),
            (admin, "/mon-compte", "nom", "NameInput"), (admin, "/mon-compte", "mot-de-passe", "PasswordInput"), (admin, "/administration/comptes/inviter", "invitation", "Input"),
        })
        {
            foreach (var value in values)
            {
                var answer = await client.SubmitAsync(url, form, [.. names.Select(n => ($"{prefix}.{n}", value))]);
                Assert.True((int)answer.StatusCode < 500, $"{url} {value?[..Math.Min(20, value.Length)]}");
            }
        }

        foreach (var value in values.Where(v => v?.Length != 100_000).OfType<string>().Append(new string('a', 4000)).Append("99999999999999999999"))
        {
            var query = Uri.EscapeDataString(value.Replace("\ud83d", "", StringComparison.Ordinal));
            foreach (var url in new[] { "/connexion?retour=", "/connexion?fait=", "/confirmer-adresse?jeton=", "/nouveau-mot-de-passe?jeton=", "/administration/comptes?page=", "/administration/comptes?q=", "/mon-compte?fait=" })
            {
                Assert.True((int)(await admin.GetAsync(url + query, Stop)).StatusCode < 500, url + query);
            }
        }
    }

    [Fact]
    public async Task A_made_up_link_opens_a_page_that_says_so()
    {
        using var visitor = Visitor();
        Assert.Equal("/nouveau-mot-de-passe", Target(await visitor.GetAsync("/nouveau-mot-de-passe?jeton=invente", Stop)));
        var answer = await visitor.SubmitAsync("/nouveau-mot-de-passe", "mot-de-passe", ("Input.Password", Password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.StartsWith("Ce lien n'est plus valable", (await answer.ReadPageAsync()).Text(".error-summary"), StringComparison.Ordinal);
    }

    private static FormUrlEncodedContent FormOf(AngleSharp.Html.Dom.IHtmlDocument page, string selector) =>
        new(page.QuerySelectorAll($"{selector} input").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value")!));

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.ToDictionary(f => f.Name, f => f.Value));
}
