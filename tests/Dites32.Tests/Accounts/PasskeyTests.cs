using Dites32.Core.Accounts;
using Dites32.Core.Accounts.Passkeys;
using Dites32.Core.Accounts.SecondFactors;
using Dites32.Core.Shared;
using Microsoft.AspNetCore.Identity;

namespace Dites32.Tests.Accounts;

/// <summary>What is done with a passkey once the browser's answer is verified; the whole way is driven in a real browser.</summary>
public sealed class PasskeyTests : AccountTest
{
    [Fact]
    public async Task A_passkey_opens_a_strong_session_of_its_own_account()
    {
        var account = await AccountAsync(Email, Role.SiteRecruiter);
        var me = await SignedInAsync(account, Core.Accounts.Sessions.SessionProof.Password);
        Assert.Null((await SendAsync(me, new AddPasskey("Mon téléphone", Passkey()))).Error);
        Assert.Equal("Mon téléphone", Assert.Single((await SendAsync(me, new ListMyPasskeys())).Value).Name);
        Assert.Equal("account.second-factor", Assert.Single(await MailsAsync()).Kind);

        var session = (await SendAsync(Actor.System, new SignInByPasskey(account.RequiredAccountId, Passkey()))).Value;

        Assert.Equal([Role.SiteRecruiter], session.Roles);
        Assert.Equal("passkey-refused", (await SendAsync(Actor.System, new SignInByPasskey(account.RequiredAccountId, Passkey(id: 9)))).Error?.Code);
        Assert.Equal("forbidden", (await SendAsync(me, new SignInByPasskey(account.RequiredAccountId, Passkey()))).Error?.Code);
        Assert.Equal("forbidden", (await SendAsync(Actor.Anonymous, new SignInByPasskey(account.RequiredAccountId, Passkey()))).Error?.Code);
    }

    [Fact]
    public async Task A_key_that_did_not_recognise_its_owner_opens_nothing()
    {
        var account = await AccountAsync();
        var me = await SignedInAsync(account);
        Assert.Equal("passkey-refused", (await SendAsync(me, new AddPasskey("Clé", Passkey(isVerified: false)))).Error?.Code);
        await SendAsync(me, new AddPasskey("Clé", Passkey()));

        Assert.Equal("passkey-refused", (await SendAsync(Actor.System, new SignInByPasskey(account.RequiredAccountId, Passkey(isVerified: false)))).Error?.Code);
    }

    [Fact]
    public async Task A_closed_account_is_not_opened_by_its_passkey()
    {
        var account = await AccountAsync();
        await SendAsync(await SignedInAsync(account), new AddPasskey("Clé", Passkey()));

        await SendAsync(await SomeoneAsync(Role.Administrator), new SetAccountOpen(account.RequiredAccountId, IsOpen: false));

        Assert.Equal("passkey-refused", (await SendAsync(Actor.System, new SignInByPasskey(account.RequiredAccountId, Passkey()))).Error?.Code);
    }

    [Fact]
    public async Task A_passkey_is_of_one_account_and_its_owner_takes_it_away()
    {
        var (mine, theirs) = (await SignedInAsync(await AccountAsync()), await SignedInAsync(await AccountAsync("paul@example.org")));
        await SendAsync(mine, new AddPasskey("Clé", Passkey()));
        var id = (await SendAsync(mine, new ListMyPasskeys())).Value[0].Id;

        Assert.Equal("passkey-refused", (await SendAsync(theirs, new AddPasskey("Clé", Passkey()))).Error?.Code);
        Assert.Equal("passkey-not-found", (await SendAsync(theirs, new RemovePasskey(id))).Error?.Code);
        Assert.Null((await SendAsync(mine, new RemovePasskey(id))).Error);
        Assert.Equal("passkey-refused", (await SendAsync(Actor.System, new SignInByPasskey(mine.RequiredAccountId, Passkey()))).Error?.Code);
    }

    [Fact]
    public async Task Adding_and_removing_ask_for_a_fresh_proof_and_ten_are_enough()
    {
        var me = await SignedInAsync(await AccountAsync());
        foreach (var id in Enumerable.Range(1, 10))
        {
            Assert.Null((await SendAsync(me, new AddPasskey($"Clé {id}", Passkey((byte)id)))).Error);
        }

        Assert.Equal("passkey-too-many", (await SendAsync(me, new AddPasskey("Clé 11", Passkey(11)))).Error?.Code);
        Assert.Equal("invalid", (await SendAsync(me, new AddPasskey("", Passkey(11)))).Error?.Code);
        Clock.Advance(NeedsFreshProofAttribute.Fresh + TimeSpan.FromSeconds(1));
        Assert.Equal("proof-needed", (await SendAsync(me, new AddPasskey("Clé 11", Passkey(11)))).Error?.Code);
        Assert.Equal("proof-needed", (await SendAsync(me, new RemovePasskey("01"))).Error?.Code);
    }

    [Fact]
    public async Task Whoever_knows_the_password_of_a_recruiter_with_a_passkey_changes_nothing_of_it()
    {
        var account = await AccountAsync(Email, Role.SiteRecruiter);
        await SendAsync(await SignedInAsync(account), new AddPasskey("Clé", Passkey()));
        Assert.True((await TryAsync(Password)).Value.Session!.LacksProof);
        var thief = await SignedInAsync(account, Core.Accounts.Sessions.SessionProof.Password);
        var offer = (await SendAsync(thief, new StartSecondFactor(null))).Value;

        foreach (var error in new[]
        {
            (await SendAsync(thief, new ActivateSecondFactor(offer.Offer, CodeOf(offer.Secret)))).Error,
            (await SendAsync(thief, new AddPasskey("Autre", Passkey(2)))).Error,
            (await SendAsync(thief, new RemovePasskey((await SendAsync(thief, new ListMyPasskeys())).Value[0].Id))).Error,
        })
        {
            Assert.Equal("second-factor-out-of-reach", error?.Code);
        }

        Assert.Null((await SendAsync(thief, new ProveAgain(Password))).Error);
        Assert.Equal("second-factor-out-of-reach", (await SendAsync(thief, new AddPasskey("Autre", Passkey(2)))).Error?.Code);
        Assert.True((await SendAsync(thief, new GetSecondFactor())).Value.IsOutOfReach);
        Assert.Null((await SendAsync(await SignedInAsync(account, Core.Accounts.Sessions.SessionProof.Passkey), new ActivateSecondFactor(offer.Offer, CodeOf(offer.Secret)))).Error);
    }

    private UserPasskeyInfo Passkey(byte id = 1, bool isVerified = true) =>
        new([id, 2, 3], [4, 5], Clock.Now, signCount: 1, transports: null, isVerified, isBackupEligible: false, isBackedUp: false, [6], [7]);
}
