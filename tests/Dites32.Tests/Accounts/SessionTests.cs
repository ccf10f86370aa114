using Dites32.Core.Accounts;
using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Accounts;

public sealed class SessionTests : AccountTest
{
    private const string Administration = "admin@example.org";

    [Fact]
    public async Task A_role_taken_away_is_gone_for_the_next_request()
    {
        var account = await AccountAsync(Email, Role.SiteRecruiter, Role.Candidate);
        var me = await SignedInAsync(account);
        Assert.Null((await SendAsync(me, new ListMyOffers(null, null, 1))).Error);

        await SendAsync(await SomeoneAsync(Role.Administrator), new SetRoles(account.RequiredAccountId, [Role.Candidate]));

        Assert.Equal("forbidden", (await SendAsync(me, new ListMyOffers(null, null, 1))).Error?.Code);
        Assert.Null((await SendAsync(me, new GetMyAccount())).Error);
    }

    [Fact]
    public async Task A_closed_account_sends_nothing_more_and_signs_in_no_more_until_it_is_opened_again()
    {
        var account = await AccountAsync(Email, Role.SiteRecruiter);
        var (me, admin) = (await SignedInAsync(account), await SomeoneAsync(Role.Administrator));

        Assert.Null((await SendAsync(admin, new SetAccountOpen(account.RequiredAccountId, IsOpen: false))).Error);

        Assert.Equal("session-ended", (await SendAsync(me, new ListMyOffers(null, null, 1))).Error?.Code);
        Assert.Equal(SignInOutcome.Disabled, (await TryAsync(Password)).Value.Outcome);
        Assert.Equal(SignInOutcome.Refused, (await TryAsync("faux")).Value.Outcome);
        Assert.Equal("account-own-closing", (await SendAsync(admin, new SetAccountOpen(admin.RequiredAccountId, IsOpen: false))).Error?.Code);

        Assert.Null((await SendAsync(admin, new SetAccountOpen(account.RequiredAccountId, IsOpen: true))).Error);
        Assert.Equal("session-ended", (await SendAsync(me, new GetMyAccount())).Error?.Code);
        Assert.Equal(SignInOutcome.Accepted, (await TryAsync(Password)).Value.Outcome);
    }

    [Fact]
    public async Task A_link_sent_before_an_account_was_closed_opens_nothing()
    {
        var account = await AccountAsync();
        await SendAsync(Actor.Anonymous, new RequestPasswordReset(Email));
        var token = await TokenAsync();

        await SendAsync(await SomeoneAsync(Role.Administrator), new SetAccountOpen(account.RequiredAccountId, IsOpen: false));

        Assert.Equal("account-link-ended", (await SendAsync(Actor.Anonymous, new ResetPassword(token, "deux canards sur la Baïse"))).Error?.Code);
    }

    [Fact]
    public async Task Staff_are_signed_out_after_half_an_hour_without_a_request_others_after_an_hour()
    {
        var (staff, candidate) = (await SignedInAsync(await AccountAsync(Email, Role.SiteRecruiter)), await SignedInAsync(await AccountAsync("paul@example.org"), SessionProof.Password));
        foreach (var _ in Enumerable.Range(0, 3))
        {
            Clock.Advance(TimeSpan.FromMinutes(29));
            Assert.Null((await SendAsync(staff, new GetMyAccount())).Error);
        }

        Assert.Equal("session-ended", (await SendAsync(candidate, new GetMyAccount())).Error?.Code);
        Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("session-ended", (await SendAsync(staff, new GetMyAccount())).Error?.Code);
    }

    [Fact]
    public async Task Asking_whether_a_session_is_alive_does_not_keep_it_alive()
    {
        var me = await SignedInAsync(await AccountAsync(), SessionProof.Password);
        foreach (var _ in Enumerable.Range(0, 5))
        {
            Clock.Advance(TimeSpan.FromMinutes(11));
            Assert.Null((await SendAsync(Actor.Anonymous, new GetSession(me.SessionId!.Value))).Error);
        }

        Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal("session-ended", (await SendAsync(Actor.Anonymous, new GetSession(me.SessionId!.Value))).Error?.Code);
    }

    [Fact]
    public async Task No_session_lasts_more_than_twelve_hours_however_busy()
    {
        var me = await SignedInAsync(await AccountAsync());
        for (var passed = TimeSpan.Zero; passed < AccountSession.Longest - TimeSpan.FromMinutes(20); passed += TimeSpan.FromMinutes(20))
        {
            Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.Null((await SendAsync(me, new GetMyAccount())).Error);
        }

        Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("session-ended", (await SendAsync(me, new GetMyAccount())).Error?.Code);
    }

    [Fact]
    public async Task One_sees_one_s_sessions_and_closes_the_one_one_does_not_know()
    {
        var account = await AccountAsync();
        var (here, elsewhere) = (await SignedInAsync(account), await SignedInAsync(account, SessionProof.Password));
        var stranger = await SignedInAsync(await AccountAsync("paul@example.org"));
        var list = (await SendAsync(here, new ListMySessions())).Value;
        Assert.Equal(2, list.Count);
        var other = Assert.Single(list, s => !s.IsThisOne);
        Assert.Equal((SessionProof.Password, "Firefox, Linux"), (other.Proof, other.Browser));

        Assert.Equal("session-not-found", (await SendAsync(stranger, new EndMySession(other.PublicId))).Error?.Code);
        Assert.Null((await SendAsync(elsewhere, new GetMyAccount())).Error);
        Assert.Null((await SendAsync(here, new EndMySession(other.PublicId))).Error);

        Assert.Equal("session-ended", (await SendAsync(elsewhere, new GetMyAccount())).Error?.Code);
        Assert.Single((await SendAsync(here, new ListMySessions())).Value);
    }

    [Fact]
    public async Task All_other_sessions_or_those_of_somebody_else_are_closed_at_once()
    {
        var account = await AccountAsync();
        var (here, second, third) = (await SignedInAsync(account), await SignedInAsync(account), await SignedInAsync(account));
        var admin = await SignedInAsync(await AccountAsync(Administration, Role.Administrator));

        Assert.Null((await SendAsync(here, new EndMyOtherSessions())).Error);
        Assert.All([(await SendAsync(second, new GetMyAccount())).Error, (await SendAsync(third, new GetMyAccount())).Error], e => Assert.Equal("session-ended", e?.Code));
        Assert.Single((await SendAsync(admin, new ListSessionsOf(account.RequiredAccountId))).Value);

        Assert.Null((await SendAsync(admin, new EndSessionsOf(account.RequiredAccountId))).Error);
        Assert.Equal("session-ended", (await SendAsync(here, new GetMyAccount())).Error?.Code);
        Assert.Equal("account-not-found", (await SendAsync(admin, new EndSessionsOf(Guid.NewGuid()))).Error?.Code);
    }

    [Fact]
    public async Task Whoever_has_lost_a_session_goes_on_as_a_visitor()
    {
        var me = await SignedInAsync(await AccountAsync());
        await SendAsync(me, new EndThisSession());

        Assert.Null((await SendAsync(me, new ListNewestOffers(new OfferSearch()))).Error);
        Assert.Equal("session-ended", (await SendAsync(me, new GetMyAccount())).Error?.Code);
        Assert.Equal("session-ended", (await SendAsync(Actor.InSession(Guid.NewGuid(), me.RequiredAccountId), new GetMyAccount())).Error?.Code);
    }

    [Fact]
    public async Task A_session_opens_its_own_account_only()
    {
        var (mine, theirs) = (await SignedInAsync(await AccountAsync()), await AccountAsync("paul@example.org", Role.Administrator));

        Assert.Equal("session-ended", (await SendAsync(Actor.InSession(mine.SessionId!.Value, theirs.RequiredAccountId), new GetMyAccount())).Error?.Code);
    }

    [Fact]
    public async Task Sessions_and_tries_are_forgotten_in_time()
    {
        await SignedInAsync(await AccountAsync());
        await TryAsync("faux");
        await TryAsync(Password);
        Clock.Advance(TimeSpan.FromDays(31));
        await SendAsync(Actor.System, new SweepSignIns());
        Assert.Equal((0, 1), (await InDatabaseAsync(db => db.AccountSessions.CountAsync(Stop)), await InDatabaseAsync(db => db.SignInThrottles.CountAsync(Stop))));

        Clock.Advance(TimeSpan.FromDays(60));
        await SendAsync(Actor.System, new SweepSignIns());
        Assert.Equal(0, await InDatabaseAsync(db => db.SignInThrottles.CountAsync(Stop)));
        Assert.Equal("forbidden", (await SendAsync(await SomeoneAsync(Role.Administrator), new SweepSignIns())).Error?.Code);
    }
}
