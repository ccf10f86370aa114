using Dites32.Core.Accounts;
using Dites32.Core.Accounts.SecondFactors;
using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Accounts;

public sealed class SecondFactorTests : AccountTest
{
    [Fact]
    public async Task A_recruiter_sets_up_a_telephone_and_needs_it_from_then_on()
    {
        var me = await SignedInAsync(await AccountAsync(Email, Role.SiteRecruiter), SessionProof.Password);
        Assert.Equal("forbidden", (await SendAsync(me, new Dites32.Core.Offers.ListMyOffers(null, null, 1))).Error?.Code);
        var offer = (await SendAsync(me, new StartSecondFactor(null))).Value;

        var codes = (await SendAsync(me, new ActivateSecondFactor(offer.Offer, CodeOf(offer.Secret)))).Value;

        Assert.Equal(RecoveryCode.Count, codes.Distinct().Count());
        Assert.Null((await SendAsync(me, new Dites32.Core.Offers.ListMyOffers(null, null, 1))).Error);
        Assert.Equal("account.second-factor", Assert.Single(await MailsAsync()).Kind);
        var answer = (await TryAsync(Password)).Value;
        Assert.Equal((SignInOutcome.SecondStep, null), (answer.Outcome, answer.Session));
        Clock.Advance(TimeSpan.FromSeconds(30));
        var session = (await SendAsync(Actor.Anonymous, new ConfirmSignIn(answer.SecondStep!, CodeOf(offer.Secret)))).Value.Session!;
        Assert.Equal([Role.SiteRecruiter], session.Roles);
        Assert.False(session.LacksProof);
    }

    [Fact]
    public async Task The_secret_and_the_codes_on_paper_are_not_to_be_read_in_the_database()
    {
        var me = await SignedInAsync(await AccountAsync());
        var offer = (await SendAsync(me, new StartSecondFactor(null))).Value;
        await SendAsync(me, new ActivateSecondFactor(offer.Offer, CodeOf(offer.Secret)));

        var factor = await InDatabaseAsync(db => db.SecondFactors.SingleAsync(Stop));

        Assert.DoesNotContain(offer.Secret, factor.ProtectedSecret, StringComparison.Ordinal);
        Assert.All(await InDatabaseAsync(db => db.RecoveryCodes.ToListAsync(Stop)), c => Assert.Equal(32, c.Hash.Length));
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task A_code_is_good_for_its_half_minute_the_one_before_and_the_one_after(int steps, bool accepted)
    {
        var secret = await EnrolAsync(await AccountAsync());
        var first = (await TryAsync(Password)).Value.SecondStep!;

        var answer = (await SendAsync(Actor.Anonymous, new ConfirmSignIn(first, CodeOf(secret, steps)))).Value;

        Assert.Equal(accepted, answer.Session is not null);
        Assert.Equal(accepted ? null : "invalid", answer.Problem?.Code);
    }

    [Fact]
    public async Task Of_two_hundred_requests_with_one_code_a_single_one_passes()
    {
        var secret = await EnrolAsync(await AccountAsync());
        var first = (await TryAsync(Password)).Value.SecondStep!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => SendAsync(Actor.Anonymous, new ConfirmSignIn(first, CodeOf(secret)))));

        Assert.Single(answers, a => a.Value.Session is not null);
        Assert.Equal(1, await InDatabaseAsync(db => db.AccountSessions.CountAsync(Stop)));
    }

    [Fact]
    public async Task A_code_that_has_served_closes_those_before_it()
    {
        var secret = await EnrolAsync(await AccountAsync());
        Assert.NotNull((await ConfirmAsync(CodeOf(secret, 1))).Session);

        Assert.Null((await ConfirmAsync(CodeOf(secret, 1))).Session);
        Assert.Null((await ConfirmAsync(CodeOf(secret))).Session);
    }

    [Fact]
    public async Task A_code_on_paper_opens_once_however_it_is_typed()
    {
        var me = await SignedInAsync(await AccountAsync());
        var offer = (await SendAsync(me, new StartSecondFactor(null))).Value;
        var codes = (await SendAsync(me, new ActivateSecondFactor(offer.Offer, CodeOf(offer.Secret)))).Value;

        Assert.NotNull((await ConfirmAsync($" {codes[0].ToUpperInvariant().Replace('-', ' ')} ")).Session);
        Assert.Null((await ConfirmAsync(codes[0])).Session);
        Assert.Equal(RecoveryCode.Count - 1, (await SendAsync(me, new GetSecondFactor())).Value.CodesLeft);

        var renewed = (await SendAsync(me, new RenewRecoveryCodes())).Value;
        Assert.Null((await ConfirmAsync(codes[1])).Session);
        Assert.NotNull((await ConfirmAsync(renewed[1])).Session);
    }

    [Fact]
    public async Task Wrong_codes_ask_for_a_pause_and_warn_the_mailbox_that_the_password_is_known()
    {
        var secret = await EnrolAsync(await AccountAsync());
        for (var i = 0; i < SignInAttempts.Max; i++)
        {
            Assert.NotNull((await ConfirmAsync("000000")).Problem);
        }

        Assert.Null((await ConfirmAsync(CodeOf(secret))).Session);
        Assert.Equal("account.codes-tried", Assert.Single(await MailsAsync()).Kind);
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull((await ConfirmAsync(CodeOf(secret))).Session);
    }

    [Fact]
    public async Task The_first_step_holds_ten_minutes_and_ends_with_the_password_it_was_given_for()
    {
        var secret = await EnrolAsync(await AccountAsync());
        var first = (await TryAsync(Password)).Value.SecondStep!;
        Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("second-step-over", (await SendAsync(Actor.Anonymous, new ConfirmSignIn(first, CodeOf(secret)))).Error?.Code);

        var second = (await TryAsync(Password)).Value.SecondStep!;
        await SendAsync(Actor.Anonymous, new RequestPasswordReset(Email));
        await SendAsync(Actor.Anonymous, new ResetPassword(await TokenAsync(), "deux canards sur la Baïse"));
        Assert.Equal("second-step-over", (await SendAsync(Actor.Anonymous, new ConfirmSignIn(second, CodeOf(secret)))).Error?.Code);
        Assert.Equal("second-step-over", (await SendAsync(Actor.Anonymous, new ConfirmSignIn("inventé", CodeOf(secret)))).Error?.Code);
    }

    [Fact]
    public async Task Another_telephone_asks_for_a_fresh_proof_and_ends_the_other_sessions()
    {
        var account = await AccountAsync();
        var secret = await EnrolAsync(account);
        var (here, elsewhere) = (await SignedInAsync(account), await SignedInAsync(account));
        Clock.Advance(NeedsFreshProofAttribute.Fresh + TimeSpan.FromSeconds(1));
        var offer = (await SendAsync(here, new StartSecondFactor(null))).Value;
        Assert.Equal("proof-needed", (await SendAsync(here, new ActivateSecondFactor(offer.Offer, CodeOf(offer.Secret)))).Error?.Code);
        Assert.Equal("invalid", (await SendAsync(here, new ProveAgain("000000"))).Error?.Code);

        Assert.Null((await SendAsync(here, new ProveAgain(CodeOf(secret)))).Error);
        Assert.Null((await SendAsync(here, new ActivateSecondFactor(offer.Offer, CodeOf(offer.Secret)))).Error);

        Assert.Equal("session-ended", (await SendAsync(elsewhere, new GetMyAccount())).Error?.Code);
        Assert.Null((await ConfirmAsync(CodeOf(secret, 1))).Session);
    }

    [Fact]
    public async Task An_offer_made_to_one_account_is_of_no_use_to_another()
    {
        var (mine, theirs) = (await SignedInAsync(await AccountAsync()), await SignedInAsync(await AccountAsync("paul@example.org")));
        var offer = (await SendAsync(mine, new StartSecondFactor(null))).Value;

        Assert.Equal("second-factor-offer-ended", (await SendAsync(theirs, new ActivateSecondFactor(offer.Offer, CodeOf(offer.Secret)))).Error?.Code);
        Assert.Equal(offer.Secret, (await SendAsync(mine, new StartSecondFactor(offer.Offer))).Value.Secret);
        Assert.NotEqual(offer.Secret, (await SendAsync(theirs, new StartSecondFactor(offer.Offer))).Value.Secret);
    }

    [Fact]
    public async Task A_candidate_may_turn_it_off_a_recruiter_may_not()
    {
        var (candidate, recruiter) = (await AccountAsync(), await AccountAsync("paul@example.org", Role.SiteRecruiter));
        await EnrolAsync(candidate);
        await EnrolAsync(recruiter);

        Assert.Null((await SendAsync(await SignedInAsync(candidate), new RemoveSecondFactor())).Error);
        Assert.Equal("second-factor-needed", (await SendAsync(await SignedInAsync(recruiter), new RemoveSecondFactor())).Error?.Code);
        Assert.Equal(SignInOutcome.Accepted, (await TryAsync(Password)).Value.Outcome);
    }

    [Fact]
    public async Task An_administrator_helps_somebody_who_has_lost_the_telephone_after_a_fresh_proof()
    {
        var lost = await AccountAsync(Email, Role.SiteRecruiter);
        await EnrolAsync(lost);
        var theirs = await SignedInAsync(lost);
        var admin = await SignedInAsync(await AccountAsync("admin@example.org", Role.Administrator));
        Clock.Advance(NeedsFreshProofAttribute.Fresh + TimeSpan.FromSeconds(1));
        Assert.Equal("proof-needed", (await SendAsync(admin, new RemoveSecondFactorOf(lost.RequiredAccountId))).Error?.Code);
        Assert.Null((await SendAsync(admin, new ProveAgain(Password))).Error);

        Assert.Null((await SendAsync(admin, new RemoveSecondFactorOf(lost.RequiredAccountId))).Error);

        Assert.Equal("session-ended", (await SendAsync(theirs, new GetMyAccount())).Error?.Code);
        Assert.True((await TryAsync(Password)).Value.Session!.LacksProof);
        Assert.Contains("Un administrateur", await BodyAsync(), StringComparison.Ordinal);
        Assert.Equal("second-factor-own", (await SendAsync(admin, new RemoveSecondFactorOf(admin.RequiredAccountId))).Error?.Code);
    }

    private async Task<SecondStepAnswer> ConfirmAsync(string code)
    {
        var first = (await TryAsync(Password)).Value.SecondStep!;
        return (await SendAsync(Actor.Anonymous, new ConfirmSignIn(first, code))).Value;
    }
}
