using System.Net;
using Dites32.Core.Accounts;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Accounts.External;

/// <summary>How an account and another service come together: never because two addresses are equal.</summary>
public sealed class ExternalAccountTests : ExternalTest
{
    private const string Ask = "/connexion/service";
    private const string Open = "/connexion/service/ouvrir";

    [Fact]
    public async Task A_doctor_without_an_account_opens_one_by_the_service_and_the_mailbox()
    {
        Issuer.Person["given_name"] = "Claire";
        Issuer.Person["family_name"] = "DUPOUY";
        Issuer.Person["preferred_username"] = "810000000012";
        using var browser = Browser();
        Assert.Equal(Ask, await ComeBackAsync(browser));
        Assert.Equal($"{Ask}?fait=courriel", Target(await browser.SubmitAsync(Ask, "adresse", ("Input.Email", " Claire.Dupouy@example.org "))));
        Assert.Equal(0, await InDatabaseAsync(db => db.Users.CountAsync(Stop))); // nothing before the link is opened

        Assert.Equal(Open, Target(await browser.GetAsync(await LinkAsync(), Stop)));
        Assert.Equal("Claire DUPOUY", (await browser.GetPageAsync(Open)).QuerySelector("#DisplayName")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(Open, "ouvrir", ("Input.DisplayName", ""))).StatusCode);
        Assert.Equal("/mon-compte", Target(await browser.SubmitAsync(Open, "ouvrir", ("Input.DisplayName", "Dr Claire Dupouy"))));

        var account = await FindAsync();
        Assert.Equal((true, null, "10000000012", RppsSource.ProSanteConnect), (account.EmailConfirmed, account.PasswordHash, account.Rpps, account.RppsVerifiedBy));
        Assert.Equal([Role.Candidate], await InDatabaseAsync(db => db.RolesOfAsync(account.Id, Stop)));
        Assert.Equal(["sujet-1"], await LinkedAsync());
        Assert.Contains("10000000012", (await browser.GetPageAsync("/mon-compte/connexions")).Text("main"), StringComparison.Ordinal);
        using var elsewhere = Browser();
        Assert.Equal("/mon-compte", await ComeBackAsync(elsewhere));
    }

    [Fact]
    public async Task Whoever_asks_with_a_strangers_address_gains_nothing_when_the_stranger_opens_the_link()
    {
        using var thief = Browser();
        Issuer.Person["sub"] = "voleur";
        await ComeBackAsync(thief);
        await thief.SubmitAsync(Ask, "adresse", ("Input.Email", Email));
        using var owner = Browser();
        await owner.GetAsync(await LinkAsync(), Stop);
        Assert.Null((await owner.GetPageAsync(Open)).QuerySelector("form#ouvrir")); // the mailbox alone opens nothing

        Issuer.Person["sub"] = "claire";
        Assert.Equal(Open, await ComeBackAsync(owner, (await owner.GetPageAsync(Open)).QuerySelector("a[href^='/connexion/par/']")!.GetAttribute("href")!));
        await owner.SubmitAsync(Open, "ouvrir", ("Input.DisplayName", "Claire"));

        Assert.Equal(["claire"], await LinkedAsync());
        Issuer.Person["sub"] = "voleur";
        Assert.Equal(Ask, await ComeBackAsync(thief));
        await thief.GetAsync(await LinkAsync(), Stop); // the link has served
        var late = await thief.SubmitAsync(Open, "ouvrir", ("Input.DisplayName", "Claire"));
        Assert.StartsWith("Ce lien n'est plus valable", (await late.ReadPageAsync()).Text(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(["claire"], await LinkedAsync());
    }

    [Fact]
    public async Task A_password_that_somebody_had_chosen_for_the_address_before_opens_nothing()
    {
        await SendAsync(Actor.Anonymous, new RegisterAccount("Voleur", Email, Password));
        Clock.Advance(TimeSpan.FromSeconds(1));
        using var owner = Browser();
        await ComeBackAsync(owner);
        await owner.SubmitAsync(Ask, "adresse", ("Input.Email", Email));

        await owner.GetAsync(await LinkAsync(), Stop);
        Assert.Equal("/mon-compte", Target(await owner.SubmitAsync(Open, "ouvrir", ("Input.DisplayName", "Dr Claire Dupouy"))));

        Assert.Equal(SignInOutcome.Refused, (await TryAsync(Password)).Value.Outcome);
        Assert.Equal("Dr Claire Dupouy", (await FindAsync()).DisplayName);
    }

    [Fact]
    public async Task Known_and_unknown_addresses_give_the_same_page_and_an_equal_address_links_nothing()
    {
        await AccountAsync();
        Issuer.Person["email"] = Email;
        Issuer.Person["email_verified"] = true;
        using var browser = Browser();
        Assert.Equal(Ask, await ComeBackAsync(browser));
        Assert.Equal(Email, (await browser.GetPageAsync(Ask)).QuerySelector("#Email")!.GetAttribute("value"));

        var known = await browser.SubmitAsync(Ask, "adresse", ("Input.Email", Email));
        var unknown = await browser.SubmitAsync(Ask, "adresse", ("Input.Email", "inconnue@example.org"));

        Assert.Equal((known.StatusCode, Target(known)), (unknown.StatusCode, Target(unknown)));
        Assert.Equal("account.known", Assert.Single(await MailsAsync()).Kind);
        Assert.Empty(await LinkedAsync());
        Assert.Equal(0, await SessionsAsync());
        var wrong = await browser.SubmitAsync(Ask, "adresse", ("Input.Email", "pas une adresse"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "pas une adresse"), (wrong.StatusCode, (await wrong.ReadPageAsync()).QuerySelector("#Email")!.GetAttribute("value")));
    }

    [Fact]
    public async Task Whoever_has_an_account_signs_in_once_more_then_links_and_the_mailbox_is_told()
    {
        await AccountAsync();
        using var browser = Browser();
        await ComeBackAsync(browser);
        var way = (await browser.GetPageAsync(Ask)).QuerySelector("a[href^='/connexion?']")!.GetAttribute("href")!;
        Assert.Equal(Ask, Target(await SignInAsync(browser, url: way)));

        Assert.Equal("/mon-compte/connexions?fait=ajout", Target(await browser.SubmitAsync(Ask, "relier")));

        Assert.Contains("s'ouvre désormais aussi par Pro Santé Connect", await BodyAsync(), StringComparison.Ordinal);
        Assert.Equal(["sujet-1"], await LinkedAsync());
        var id = (await browser.GetPageAsync("/mon-compte/connexions")).QuerySelector("button[name='Input.Id']")!.GetAttribute("value");
        Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(HttpStatusCode.Conflict, (await browser.SubmitAsync("/mon-compte/connexions", "retirer", ("Input.Id", id))).StatusCode);
        await browser.SubmitAsync("/confirmer", "preuve", ("Input.Answer", Password));
        Assert.Equal("/mon-compte/connexions?fait=retrait", Target(await browser.SubmitAsync("/mon-compte/connexions", "retirer", ("Input.Id", id))));
        Assert.Contains("ne s'ouvre plus par Pro Santé Connect", await BodyAsync(), StringComparison.Ordinal);
        using var later = Browser();
        Assert.Equal(Ask, await ComeBackAsync(later));
    }

    [Fact]
    public async Task Linking_asks_for_a_fresh_proof_and_a_form_of_this_site()
    {
        await AccountAsync();
        using var browser = Browser();
        await SignInAsync(browser);
        Clock.Advance(TimeSpan.FromMinutes(11));
        await ComeBackAsync(browser);

        Assert.Equal(HttpStatusCode.Conflict, (await browser.SubmitAsync(Ask, "relier")).StatusCode);
        await browser.SubmitAsync("/confirmer", "preuve", ("Input.Answer", Password));
        using var forged = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "relier" });
        Assert.Equal(HttpStatusCode.Conflict, (await browser.PostAsync(Ask, forged, Stop)).StatusCode);
        Assert.Empty(await LinkedAsync());
    }

    [Fact]
    public async Task An_account_is_not_opened_by_a_form_of_another_site()
    {
        using var browser = Browser();
        await ComeBackAsync(browser);
        await browser.SubmitAsync(Ask, "adresse", ("Input.Email", Email));
        await browser.GetAsync(await LinkAsync(), Stop);
        using var forged = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "ouvrir", ["Input.DisplayName"] = "Claire" });

        Assert.Equal(HttpStatusCode.Conflict, (await browser.PostAsync(Open, forged, Stop)).StatusCode);
        Assert.Equal(0, await InDatabaseAsync(db => db.Users.CountAsync(Stop)));
    }

    [Fact]
    public async Task One_person_of_a_service_opens_one_account_and_an_account_knows_one_of_each()
    {
        await AccountAsync();
        await AccountAsync("paul@example.org");
        using var mine = Browser();
        await LinkAsync(mine);
        using var theirs = Browser();
        await SignInAsync(theirs, "paul@example.org");
        await ComeBackAsync(theirs);
        var taken = await theirs.SubmitAsync(Ask, "relier");
        Assert.StartsWith("Cette connexion ouvre déjà un autre compte", (await taken.ReadPageAsync()).Text(".error-summary"), StringComparison.Ordinal);

        await SignInAsync(mine);
        Issuer.Person["sub"] = "sujet-2";
        await ComeBackAsync(mine);
        var second = await mine.SubmitAsync(Ask, "relier");
        Assert.StartsWith("Votre compte est déjà relié à une autre identité", (await second.ReadPageAsync()).Text(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(["sujet-1"], await LinkedAsync());
    }

    [Fact]
    public async Task Somebody_signed_in_is_never_changed_into_somebody_else()
    {
        await AccountAsync();
        await AccountAsync("paul@example.org");
        using var browser = Browser();
        await LinkAsync(browser);
        await SignInAsync(browser, "paul@example.org");

        Assert.Equal(Ask, await ComeBackAsync(browser));

        Assert.Contains("paul@example.org", (await browser.GetPageAsync("/mon-compte")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_identity_that_waits_is_forgotten_after_half_an_hour_and_when_somebody_signs_out()
    {
        await AccountAsync();
        using var browser = Browser();
        await ComeBackAsync(browser);
        Assert.NotNull((await browser.GetPageAsync(Ask)).QuerySelector("form#adresse"));
        Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Null((await browser.GetPageAsync(Ask)).QuerySelector("form#adresse"));

        Clock.Now = DateTimeOffset.UtcNow;
        await ComeBackAsync(browser);
        await SignInAsync(browser);
        await browser.SubmitAsync("/deconnexion", "deconnexion");
        Assert.Null((await browser.GetPageAsync(Ask)).QuerySelector("form#adresse"));
    }

    [Fact]
    public async Task An_agent_links_an_account_and_opens_none_and_nobody_believes_the_service_about_an_RPPS_number()
    {
        Issuer.Person["preferred_username"] = "810000000012";
        await AccountAsync();
        using var browser = Browser();
        Assert.Equal(Ask, await ComeBackAsync(browser, Agent));
        Assert.Null((await browser.GetPageAsync(Ask)).QuerySelector("form#adresse"));

        await LinkAsync(browser, Agent);

        Assert.Equal(["sujet-1"], await LinkedAsync());
        Assert.Null((await FindAsync()).Rpps);
    }

    [Theory]
    [InlineData("810000000012", "10000000012")]
    [InlineData("10000000012", null)]
    [InlineData("032001234", null)]
    [InlineData("8100000000123", null)]
    [InlineData("81000000001x", null)]
    [InlineData("510000000012", null)]
    public async Task Only_a_national_identifier_that_holds_an_RPPS_number_is_one(string identifier, string? rpps)
    {
        Issuer.Person["SubjectNameID"] = identifier;
        await AccountAsync();
        using var browser = Browser();
        await LinkAsync(browser);

        Assert.Equal(rpps, (await FindAsync()).Rpps);
    }
}
