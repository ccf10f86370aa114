using System.Net;
using Dites32.Core.Accounts;
using Dites32.Core.Accounts.SecondFactors;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Accounts;

public sealed class SecondFactorPagesTests : AccountTest
{
    [Fact]
    public async Task A_recruiter_who_signs_in_by_password_alone_is_led_to_the_second_factor_then_home()
    {
        await AccountAsync(Email, Role.SiteRecruiter);
        using var browser = Visitor();
        Assert.Equal("/mon-compte/double-authentification", Target(await SignInAsync(browser, url: "/connexion?retour=%2Frecruteur%2Foffres")));
        Assert.StartsWith("/acces-refuse", Target(await browser.GetAsync("/recruteur", Stop)), StringComparison.Ordinal);
        Assert.NotNull((await browser.GetPageAsync("/acces-refuse")).QuerySelector("a[href='/mon-compte/double-authentification']"));

        var setup = await browser.GetPageAsync("/mon-compte/double-authentification");
        var secret = setup.Text("code.secret").Replace(" ", "", StringComparison.Ordinal);
        Assert.NotNull(setup.QuerySelector("svg.qr path"));
        var wrong = await browser.SubmitAsync(setup, "/mon-compte/double-authentification", "activer", ("Input.Code", "000000"));
        var again = await wrong.ReadPageAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, secret), (wrong.StatusCode, again.Text("code.secret").Replace(" ", "", StringComparison.Ordinal)));

        var done = await (await browser.SubmitAsync(again, "/mon-compte/double-authentification", "activer", ("Input.Code", CodeOf(secret)))).ReadPageAsync();

        Assert.Equal(RecoveryCode.Count, done.QuerySelectorAll(".recovery-codes li").Length);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/recruteur", Stop)).StatusCode);
    }

    [Fact]
    public async Task The_code_follows_the_password_and_leads_where_one_was_going()
    {
        var secret = await EnrolAsync(await AccountAsync(Email, Role.SiteRecruiter));
        using var browser = Visitor();
        var step = Target(await SignInAsync(browser, url: "/connexion?retour=%2Frecruteur%2Foffres"));
        Assert.Equal("/connexion/code?retour=%2Frecruteur%2Foffres", step);
        Assert.StartsWith("/connexion", Target(await browser.GetAsync("/mon-compte", Stop)), StringComparison.Ordinal);

        var wrong = await browser.SubmitAsync(step, "code", ("Input.Code", "123"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var right = await browser.SubmitAsync(step, "code", ("Input.Code", CodeOf(secret)));

        Assert.Equal("/recruteur/offres", Target(right));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/recruteur/offres", Stop)).StatusCode);
        Assert.Contains("Commencez par", (await browser.GetPageAsync("/connexion/code")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_undone_sends_through_the_proof_and_back()
    {
        var me = await AccountAsync();
        var secret = await EnrolAsync(me);
        using var browser = App.ClientFor(me);
        Clock.Advance(TimeSpan.FromMinutes(20));
        const string Page = "/mon-compte/double-authentification";

        var refused = await browser.SubmitAsync(Page, "secours");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var proof = (await refused.ReadPageAsync()).QuerySelector(".error-summary a")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(proof, "preuve", ("Input.Answer", "000000"))).StatusCode);
        Assert.Equal(Page, Target(await browser.SubmitAsync(proof, "preuve", ("Input.Answer", CodeOf(secret)))));

        var codes = await (await browser.SubmitAsync(Page, "secours")).ReadPageAsync();
        Assert.Equal(RecoveryCode.Count, codes.QuerySelectorAll(".recovery-codes li").Length);
        await browser.SubmitAsync(Page, "retirer");
        Assert.Equal(0, await InDatabaseAsync(db => db.SecondFactors.CountAsync(Stop)));
    }

    [Fact]
    public async Task Sessions_are_listed_and_closed_from_one_s_account_and_from_the_administration()
    {
        var me = await AccountAsync();
        using var here = Visitor();
        using var elsewhere = Visitor();
        elsewhere.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/150.0 Mobile Safari/537.36");
        await SignInAsync(here);
        await SignInAsync(elsewhere);
        var page = await here.GetPageAsync("/mon-compte/sessions");
        Assert.Equal(2, page.QuerySelectorAll(".sessions li").Length);
        var button = Assert.Single(page.QuerySelectorAll(".sessions button"));
        Assert.Contains("Chrome, Android", button.TextContent, StringComparison.Ordinal);

        Assert.Equal("/mon-compte/sessions?fait=fermeture", Target(await here.SubmitAsync(page, "/mon-compte/sessions", "fermer", ("Input.Session", button.GetAttribute("value")))));
        Assert.Equal(HttpStatusCode.Found, (await elsewhere.GetAsync("/mon-compte", Stop)).StatusCode);

        using var admin = App.ClientFor(await SomeoneAsync(Role.Administrator));
        var account = $"/administration/comptes/{me.AccountId}";
        Assert.Single((await admin.GetPageAsync(account)).QuerySelectorAll(".sessions li"));
        Assert.Equal($"{account}?fait=fermer", Target(await admin.SubmitAsync(account, "surete", ("Safety.Act", "fermer"))));
        Assert.Equal(HttpStatusCode.Found, (await here.GetAsync("/mon-compte", Stop)).StatusCode);
        var refused = await (await SignInAsync(here)).ReadPageAsync();
        Assert.Contains("Ce compte est fermé", refused.Text(".error-summary"), StringComparison.Ordinal);
        Assert.Equal($"{account}?fait=ouvrir", Target(await admin.SubmitAsync(account, "surete", ("Safety.Act", "ouvrir"))));
        Assert.Equal("/mon-compte", Target(await SignInAsync(here)));
    }

    [Fact]
    public async Task The_code_of_a_demo_account_is_shown_in_development_only()
    {
        var demo = DemoAccounts.All.Single(a => a.Role == Role.SiteRecruiter);
        foreach (var (environment, shown) in new[] { ("Production", false), ("Development", true) })
        {
            await InDatabaseAsync(db => db.Users.ExecuteDeleteAsync(Stop));
            var account = AccountFactory.Create(demo.Email, demo.DisplayName, demo.Password);
            await SaveAsync([account, .. AccountFactory.Roles(account, demo.Role)]);
            await using var app = new WebApp(ConnectionString, Clock, environment);
            using var browser = app.ClientFor(Actor.Anonymous);
            Assert.Equal("/mon-compte/double-authentification", Target(await SignInAsync(browser, demo.Email, demo.Password)));

            Assert.Equal(shown, (await browser.GetPageAsync("/mon-compte/double-authentification")).QuerySelector("#code-demo") is not null);
        }
    }
}
