using Dites32.Core.Accounts;
using Dites32.Core.Shared;

namespace Dites32.Tests.Accounts;

public sealed class ResetPasswordTests : AccountTest
{
    private const string NewPassword = "deux canards sur la Baïse";

    [Fact]
    public async Task A_link_serves_once_and_ends_the_others_the_sessions_and_the_pause()
    {
        await AccountAsync();
        for (var i = 0; i < SignInAttempts.Max; i++)
        {
            await TryAsync("faux");
        }

        var stamp = (await FindAsync()).SecurityStamp;
        Clock.Advance(TimeSpan.FromSeconds(1));
        await SendAsync(Actor.Anonymous, new RequestPasswordReset(Email));
        var other = await TokenAsync();
        Clock.Advance(TimeSpan.FromSeconds(1));
        await SendAsync(Actor.Anonymous, new RequestPasswordReset(Email));
        var token = await TokenAsync();

        Assert.Null((await SendAsync(Actor.Anonymous, new ResetPassword(token, NewPassword))).Error);
        Assert.Equal("account-link-ended", (await SendAsync(Actor.Anonymous, new ResetPassword(token, NewPassword + "2"))).Error?.Code);
        Assert.Equal("account-link-ended", (await SendAsync(Actor.Anonymous, new ResetPassword(other, NewPassword + "3"))).Error?.Code);
        Assert.NotEqual(stamp, (await FindAsync()).SecurityStamp);
        Assert.Equal(SignInOutcome.Refused, (await TryAsync(Password)).Value.Outcome);
        Assert.Equal(SignInOutcome.Accepted, (await TryAsync(NewPassword)).Value.Outcome);
    }

    [Fact]
    public async Task Two_at_once_with_the_same_link_set_one_password()
    {
        await AccountAsync();
        await SendAsync(Actor.Anonymous, new RequestPasswordReset(Email));
        var token = await TokenAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => SendAsync(Actor.Anonymous, new ResetPassword(token, $"{NewPassword} {i}"))));

        Assert.Single(results, r => r.Error is null);
    }

    [Fact]
    public async Task A_reset_link_lives_thirty_minutes()
    {
        await AccountAsync();
        await SendAsync(Actor.Anonymous, new RequestPasswordReset(Email));
        var token = await TokenAsync();

        Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("account-link-ended", (await SendAsync(Actor.Anonymous, new ResetPassword(token, NewPassword))).Error?.Code);
    }

    [Fact]
    public async Task A_confirmation_link_resets_nothing_and_a_reset_link_confirms_an_address_only_with_a_password()
    {
        await SendAsync(Actor.Anonymous, new RegisterAccount("Claire", Email, Password));
        var confirmation = await TokenAsync();
        Clock.Advance(TimeSpan.FromSeconds(1));
        await SendAsync(Actor.Anonymous, new RequestPasswordReset(Email));
        var reset = await TokenAsync();

        Assert.Equal("account-link-ended", (await SendAsync(Actor.Anonymous, new ResetPassword(confirmation, NewPassword))).Error?.Code);
        Assert.Equal("account-link-ended", (await SendAsync(Actor.Anonymous, new ConfirmEmail(reset))).Error?.Code);
        Assert.Null((await SendAsync(Actor.Anonymous, new ResetPassword(reset, NewPassword))).Error);
        Assert.True((await FindAsync()).EmailConfirmed);
    }

    [Fact]
    public async Task An_unknown_address_gets_the_same_answer_and_no_mail()
    {
        Assert.Null((await SendAsync(Actor.Anonymous, new RequestPasswordReset("personne@example.org"))).Error);
        Assert.Empty(await MailsAsync("personne@example.org"));
    }

    [Fact]
    public async Task A_password_that_holds_the_address_is_refused_and_the_link_still_serves()
    {
        await AccountAsync();
        await SendAsync(Actor.Anonymous, new RequestPasswordReset(Email));
        var token = await TokenAsync();

        Assert.Equal("Password", Assert.Single((await SendAsync(Actor.Anonymous, new ResetPassword(token, Email))).Error!.Fields!).Key);
        Assert.Null((await SendAsync(Actor.Anonymous, new ResetPassword(token, NewPassword))).Error);
    }

    [Fact]
    public async Task Changing_a_password_needs_the_present_one_and_tells_the_mailbox()
    {
        var actor = await AccountAsync();

        Assert.Equal("CurrentPassword", Assert.Single((await SendAsync(actor, new ChangePassword("faux", NewPassword))).Error!.Fields!).Key);
        Assert.Equal("NewPassword", Assert.Single((await SendAsync(actor, new ChangePassword(Password, "court"))).Error!.Fields!).Key);
        Assert.Null((await SendAsync(actor, new ChangePassword(Password, NewPassword))).Error);
        Assert.Equal("account.password-changed", Assert.Single(await MailsAsync()).Kind);
        Assert.Equal(SignInOutcome.Accepted, (await TryAsync(NewPassword)).Value.Outcome);
    }

    [Fact]
    public async Task A_stolen_session_does_not_guess_the_password()
    {
        var actor = await AccountAsync();
        for (var i = 0; i < SignInAttempts.Max; i++)
        {
            Assert.Equal("invalid", (await SendAsync(actor, new ChangePassword("faux", NewPassword))).Error?.Code);
        }

        Assert.Equal("account-too-many-attempts", (await SendAsync(actor, new ChangePassword(Password, NewPassword))).Error?.Code);
    }
}
