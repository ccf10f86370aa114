using System.Net;
using Dites32.Core.Accounts;
using Dites32.Core.Accounts.SecondFactors;
using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Accounts;

public sealed class SignInByLinkTests : AccountTest
{
    [Fact]
    public async Task A_candidate_signs_in_by_a_link_that_serves_once()
    {
        await AccountAsync();
        await SendAsync(Actor.Anonymous, new RequestSignInLink(" Claire.Dupouy@example.org"));
        using var browser = Visitor();
        var opened = await browser.GetAsync(await LinkAsync(), Stop);
        Assert.Equal("/connexion/lien/ouvrir", Target(opened));
        Assert.Equal(0, await InDatabaseAsync(db => db.AccountSessions.CountAsync(Stop))); // mail filters open links too

        Assert.Equal("/mon-compte", Target(await browser.SubmitAsync("/connexion/lien/ouvrir", "ouvrir")));

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/mon-compte", Stop)).StatusCode);
        Assert.Equal(SessionProof.EmailLink, await InDatabaseAsync(db => db.AccountSessions.Select(s => s.Proof).SingleAsync(Stop)));
        Assert.Equal("account-link-ended", (await SendAsync(Actor.Anonymous, new SignInByLink(await TokenAsync()))).Error?.Code);
    }

    [Fact]
    public async Task A_link_holds_half_an_hour_and_is_for_signing_in_only()
    {
        await AccountAsync();
        await SendAsync(Actor.Anonymous, new RequestSignInLink(Email));
        var token = await TokenAsync();
        Assert.Equal("account-link-ended", (await SendAsync(Actor.Anonymous, new ResetPassword(token, "deux canards sur la Baïse"))).Error?.Code);

        Clock.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal("account-link-ended", (await SendAsync(Actor.Anonymous, new SignInByLink(token))).Error?.Code);
        Assert.Equal("account-link-ended", (await SendAsync(Actor.Anonymous, new SignInByLink("inventé"))).Error?.Code);
    }

    [Fact]
    public async Task A_link_opens_no_role_of_the_staff_and_does_not_replace_the_code()
    {
        var account = await AccountAsync(Email, Role.SiteRecruiter);
        await SendAsync(Actor.Anonymous, new RequestSignInLink(Email));
        Assert.True((await SendAsync(Actor.Anonymous, new SignInByLink(await TokenAsync()))).Value.Session!.LacksProof);

        var secret = await EnrolAsync(account);
        Clock.Advance(TimeSpan.FromMinutes(20));
        await SendAsync(Actor.Anonymous, new RequestSignInLink(Email));
        var answer = (await SendAsync(Actor.Anonymous, new SignInByLink(await TokenAsync()))).Value;
        Assert.Equal((SignInOutcome.SecondStep, null), (answer.Outcome, answer.Session));
        Assert.NotNull((await SendAsync(Actor.Anonymous, new ConfirmSignIn(answer.SecondStep!, CodeOf(secret)))).Value.Session);
    }

    [Fact]
    public async Task Nobody_learns_whether_an_address_has_an_account_and_a_closed_one_gets_no_link()
    {
        var account = await AccountAsync();
        await SendAsync(await SomeoneAsync(Role.Administrator), new SetAccountOpen(account.RequiredAccountId, IsOpen: false));
        using var browser = Visitor();
        var pages = new List<string>();
        foreach (var address in new[] { Email, "personne@example.org" })
        {
            pages.Add(Target(await browser.SubmitAsync("/connexion/lien", "lien", ("Input.Email", address))));
        }

        Assert.Equal(pages[0], pages[1]);
        Assert.Contains("Si cette adresse a un compte", (await browser.GetPageAsync(pages[0])).Text("main"), StringComparison.Ordinal);
        Assert.Empty(await MailsAsync());
        var wrong = await browser.SubmitAsync("/connexion/lien", "lien", ("Input.Email", "pas une adresse"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "pas une adresse"), (wrong.StatusCode, (await wrong.ReadPageAsync()).QuerySelector("#Email")!.GetAttribute("value")));
    }
}
