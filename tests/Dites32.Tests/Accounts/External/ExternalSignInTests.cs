using System.Net;
using Dites32.Core.Accounts;
using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Accounts.External;

/// <summary>Signing in by another service, when all goes well; and what stays closed all the same.</summary>
public sealed class ExternalSignInTests : ExternalTest
{
    [Theory]
    [InlineData(Doctor)]
    [InlineData(Agent)]
    [InlineData("/connexion/retour/pro-sante-connect?code=a&state=b")]
    [InlineData("/connexion/retour/agents?code=a&state=b")]
    [InlineData("/signin-oidc")]
    [InlineData("/connexion/service")]
    [InlineData("/connexion/service/ouvrir?jeton=abc")]
    [InlineData("/connexion/echec")]
    public async Task Where_no_service_is_configured_there_is_none(string path)
    {
        using var visitor = Visitor(); // of the portal without services

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(path, Stop)).StatusCode);
        Assert.DoesNotContain("connexion/par", (await visitor.GetPageAsync("/connexion")).DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("connexion/par", (await visitor.GetPageAsync("/inscription")).DocumentElement.OuterHtml, StringComparison.Ordinal);
        await AccountAsync();
        await SignInAsync(visitor);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/mon-compte/connexions", Stop)).StatusCode);
    }

    [Fact]
    public async Task The_browser_is_sent_with_all_that_binds_the_answer_to_it()
    {
        using var browser = Browser();
        var page = await browser.GetPageAsync("/connexion?retour=%2Fmes-candidatures");
        Assert.Equal(["Se connecter avec Pro Santé Connect", "Se connecter avec le compte du Département"], page.QuerySelectorAll("a[href^='/connexion/par/']").Select(a => a.TextContent));
        Assert.Single((await browser.GetPageAsync("/inscription")).QuerySelectorAll("a[href^='/connexion/par/']"));

        var sent = await browser.GetAsync(page.QuerySelector("a[href^='/connexion/par/']")!.GetAttribute("href"), Stop);
        await GoAsync(browser);

        Assert.StartsWith($"{Issuer.Address}/authorize?", sent.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("https://dites32.example/connexion/retour/pro-sante-connect", Issuer.LastAsked["redirect_uri"]);
        Assert.Equal(("code", "query", "S256", "openid scope_all", "eidas1"), (
            Issuer.LastAsked["response_type"], Issuer.LastAsked.GetValueOrDefault("response_mode", "query"), Issuer.LastAsked["code_challenge_method"],
            Issuer.LastAsked["scope"], Issuer.LastAsked["acr_values"]));
        Assert.True(Issuer.LastAsked["nonce"].Length > 20 && Issuer.LastAsked["state"].Length > 20);
        Assert.All(sent.Headers.GetValues("Set-Cookie"), cookie =>
        {
            Assert.StartsWith("__Host-service-", cookie, StringComparison.Ordinal);
            Assert.Contains("; path=/; secure; samesite=lax; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Contains("form-action 'self';", Assert.Single(sent.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.True(sent.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Another_site_does_not_start_it()
    {
        foreach (var site in new[] { "cross-site", "same-site", "none" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Doctor);
            request.Headers.Add("Sec-Fetch-Site", site);
            using var browser = Browser();
            var answer = await browser.SendAsync(request, Stop);

            Assert.Equal("/connexion", Target(answer));
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Theory]
    [InlineData(Flaw.None)]
    [InlineData(Flaw.EllipticCurve)]
    public async Task Somebody_linked_comes_in_and_goes_where_they_wanted(Flaw keys)
    {
        await AccountAsync();
        using var browser = Browser();
        await LinkAsync(browser);
        Issuer.Flaw = keys;
        Issuer.Person["acr"] = "eidas3"; // more than was asked for

        Assert.Equal("/mes-candidatures?page=2", await ComeBackAsync(browser, $"{Doctor}?retour=%2Fmes-candidatures%3Fpage%3D2"));

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/mon-compte", Stop)).StatusCode);
        Assert.Contains("autre service", (await browser.GetPageAsync("/mon-compte/sessions")).Text("main"), StringComparison.Ordinal);
        using var elsewhere = Browser();
        Assert.Equal("/mon-compte", await ComeBackAsync(elsewhere, $"{Doctor}?retour=https%3A%2F%2Fattaque.example%2F"));
    }

    [Fact]
    public async Task An_agent_of_the_staff_is_asked_for_the_code_and_without_one_recruits_nobody()
    {
        var account = await AccountAsync(Email, Role.SiteRecruiter);
        using var browser = Browser();
        await LinkAsync(browser, Agent);
        Issuer.Person["acr"] = "eidas3"; // whatever the service says of itself
        Assert.Equal("/mon-compte/double-authentification", await ComeBackAsync(browser, Agent));
        Assert.StartsWith("/acces-refuse", Target(await browser.GetAsync("/recruteur", Stop)), StringComparison.Ordinal);

        var secret = await EnrolAsync(account);
        using var next = Browser();
        Assert.Equal("/connexion/code?retour=%2Frecruteur%2Foffres", await ComeBackAsync(next, $"{Agent}?retour=%2Frecruteur%2Foffres"));
        Assert.StartsWith("/connexion", Target(await next.GetAsync("/mon-compte", Stop)), StringComparison.Ordinal);
        Assert.Equal("/recruteur/offres", Target(await next.SubmitAsync("/connexion/code?retour=%2Frecruteur%2Foffres", "code", ("Input.Code", CodeOf(secret)))));
    }

    [Fact]
    public async Task A_closed_account_stays_closed()
    {
        var account = await AccountAsync();
        using var browser = Browser();
        await LinkAsync(browser);
        await SendAsync(await SomeoneAsync(Role.Administrator), new SetAccountOpen(account.RequiredAccountId, IsOpen: false));
        var before = await SessionsAsync();

        var refused = await ComeBackAsync(browser);

        Assert.Contains("Ce compte est fermé.", (await browser.GetPageAsync(refused)).Text("main"), StringComparison.Ordinal);
        Assert.Equal(before, await SessionsAsync());
    }

    [Theory]
    [InlineData(-5, true)]
    [InlineData(-20 * 60, false)]
    [InlineData(null, false)]
    [InlineData(3600, true)] // a clock that is ahead gives no proof for longer
    public async Task How_fresh_the_proof_is_the_service_says(int? secondsFromNow, bool isFresh)
    {
        await AccountAsync();
        using var browser = Browser();
        await LinkAsync(browser);
        if (secondsFromNow is { } seconds)
        {
            Issuer.Person["auth_time"] = Clock.Now.AddSeconds(seconds).ToUnixTimeSeconds();
        }

        await ComeBackAsync(browser);

        var answer = await browser.SubmitAsync("/mon-compte/connexions", "retirer", ("Input.Id", "rien"));
        Assert.Equal(isFresh ? "external-not-found" : "proof-needed", (await answer.ReadPageAsync()).Text(".error-summary h2") switch
        {
            "Confirmez d'abord que c'est bien vous." => "proof-needed",
            "Cette connexion n'est plus reliée à votre compte." => "external-not-found",
            var other => other,
        });
        Assert.True(await InDatabaseAsync(db => db.AccountSessions.Where(s => s.Proof == SessionProof.Service).AllAsync(s => s.ProvedAt <= s.OpenedAt, Stop)));
    }
}
