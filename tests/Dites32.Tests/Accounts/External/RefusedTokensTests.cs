using System.Net;
using Dites32.Tests.Infrastructure;

namespace Dites32.Tests.Accounts.External;

/// <summary>Whatever is wrong with the answer of a service, nothing is open afterwards and the other ways in still are.</summary>
public sealed class RefusedTokensTests : ExternalTest
{
    private const string Refused = "La connexion par Pro Santé Connect n'a pas abouti. Rien n'est ouvert. Réessayez, ou connectez-vous autrement.";

    private static readonly Flaw[] Plainest = [Flaw.ForgedSignature, Flaw.NoSignature, Flaw.OtherAudience, Flaw.OtherNonce, Flaw.Expired];

    /// <summary>The plainest ones; the others follow in <c>./dev test --all</c>.</summary>
    public static TheoryData<Flaw> Flaws => [.. Plainest];

    public static TheoryData<Flaw> OtherFlaws => [.. Enum.GetValues<Flaw>().Except([Flaw.None, Flaw.EllipticCurve, .. Plainest])];

    [Theory, MemberData(nameof(Flaws))]
    public Task A_wrong_token_opens_nothing(Flaw flaw) => RefuseAsync(flaw);

    [Theory, MemberData(nameof(OtherFlaws)), Trait("Category", "Long")]
    public Task Nor_does_one_that_is_wrong_in_another_way(Flaw flaw) => RefuseAsync(flaw);

    private async Task RefuseAsync(Flaw flaw)
    {
        await AccountAsync();
        using var browser = Browser();
        await LinkAsync(browser);
        var before = await SessionsAsync();
        Issuer.Flaw = flaw;

        await AssertRefusedAsync(browser, await ComeBackAsync(browser));

        Assert.Equal(before, await SessionsAsync());
        Issuer.Flaw = Flaw.None;
        Assert.Equal("/mon-compte", await ComeBackAsync(browser)); // it was the token, and nothing else
    }

    [Fact]
    public async Task An_answer_serves_once()
    {
        await AccountAsync();
        using var browser = Browser();
        await LinkAsync(browser);
        var answer = await GoAsync(browser);
        Assert.Equal("/mon-compte", Target(await browser.GetAsync(answer, Stop)));
        await browser.SubmitAsync("/deconnexion", "deconnexion");

        await AssertRefusedAsync(browser, Target(await browser.GetAsync(answer, Stop)));
    }

    [Fact]
    public async Task An_answer_is_for_the_browser_that_asked()
    {
        await AccountAsync();
        using var mine = Browser();
        await LinkAsync(mine);
        using var theirs = Browser();
        await theirs.GetAsync(Doctor, Stop); // they have cookies of their own
        var answer = await GoAsync(mine);

        await AssertRefusedAsync(theirs, Target(await theirs.GetAsync(answer, Stop)));

        var others = await GoAsync(theirs);
        var mixed = $"{answer.Split("state=")[0]}state={others.Split("state=")[1]}"; // their state, my code: PKCE and nonce are not theirs
        await AssertRefusedAsync(theirs, Target(await theirs.GetAsync(mixed, Stop)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=a")]
    [InlineData("?state=invente&code=a")]
    [InlineData("?error=server_error&error_description=x")]
    [InlineData("?id_token=a.b.c&state=x")]
    public async Task A_made_up_answer_is_refused(string query)
    {
        using var browser = Browser();

        await AssertRefusedAsync(browser, Target(await browser.GetAsync($"/connexion/retour/pro-sante-connect{query}", Stop)));
    }

    [Fact]
    public async Task Whoever_gives_up_at_the_service_is_told_so()
    {
        Issuer.Denies = true;
        using var browser = Browser();

        var page = await browser.GetPageAsync(await ComeBackAsync(browser));

        Assert.Contains("a été abandonnée ou refusée. Rien n'est ouvert.", page.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_down_takes_nothing_else_with_it()
    {
        await AccountAsync();
        using var browser = Browser();
        var answer = await GoAsync(browser);
        await Issuer.DisposeAsync();

        var back = await browser.GetPageAsync(Target(await browser.GetAsync(answer, Stop)));
        using var fresh = new WebApp(ConnectionString, Clock, settings: new Dictionary<string, string>
        {
            ["ProSanteConnect:Authority"] = Issuer.Address,
            ["ProSanteConnect:ClientId"] = "dites32",
            ["ProSanteConnect:ClientSecret"] = "secret",
        });
        using var visitor = fresh.ClientFor(Core.Shared.Actor.Anonymous);
        var start = await visitor.GetPageAsync(Target(await visitor.GetAsync(Doctor, Stop)));

        Assert.All([back, start], page => Assert.Contains("Pro Santé Connect ne répond pas en ce moment. Rien n'est ouvert.", page.Text("main"), StringComparison.Ordinal));
        Assert.Equal("/mon-compte", Target(await SignInAsync(visitor)));
    }

    [Theory]
    [InlineData("http://connexion.example", "dites32", "secret")]
    [InlineData("connexion.example", "dites32", "secret")]
    [InlineData("https://connexion.example", "", "secret")]
    [InlineData("https://connexion.example", "dites32", "")]
    public async Task Half_a_configuration_is_said_at_the_start(string authority, string id, string secret)
    {
        await using var app = new WebApp(ConnectionString, Clock, settings: new Dictionary<string, string>
        {
            ["Oidc:Authority"] = authority,
            ["Oidc:ClientId"] = id,
            ["Oidc:ClientSecret"] = secret,
        });

        Assert.Contains("Oidc:", Assert.Throws<InvalidOperationException>(app.CreateClient).Message, StringComparison.Ordinal);
    }

    private static async Task AssertRefusedAsync(HttpClient browser, string target)
    {
        Assert.StartsWith("/connexion/echec?service=pro-sante-connect&motif=", target, StringComparison.Ordinal);
        Assert.Equal(Refused, (await browser.GetPageAsync(target)).Text("main .notice"));
        Assert.Equal(HttpStatusCode.Found, (await browser.GetAsync("/mon-compte", Stop)).StatusCode);
        Assert.Contains("Aucune connexion n'est en attente", (await browser.GetPageAsync("/connexion/service")).Text("main"), StringComparison.Ordinal);
    }
}
