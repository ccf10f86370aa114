using System.Net;
using Dites32.Core.Accounts;
using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;

namespace Dites32.Tests.Accounts;

public sealed class ChangeAddressTests : AccountTest
{
    private const string New = "claire.martin@example.org";

    [Fact]
    public async Task The_link_sent_to_the_new_address_changes_it_and_the_former_one_is_told()
    {
        var account = await AccountAsync();
        var (here, elsewhere) = (await SignedInAsync(account), await SignedInAsync(account));
        Assert.Null((await SendAsync(here, new RequestAddressChange($" {New.ToUpperInvariant()} "))).Error);
        Assert.Equal(Email, (await FindAsync()).Email);
        Assert.Empty(await MailsAsync());
        var token = await TokenAsync(New);

        Assert.Null((await SendAsync(here, new ChangeAddress(token))).Error);

        Assert.Equal(account.AccountId, (await FindAsync(New)).Id);
        Assert.Equal("account.address-changed", Assert.Single(await MailsAsync()).Kind);
        Assert.DoesNotContain(New, await BodyAsync(), StringComparison.Ordinal);
        Assert.Equal("session-ended", (await SendAsync(elsewhere, new GetMyAccount())).Error?.Code);
        Assert.Null((await SendAsync(here, new GetMyAccount())).Error);
        Assert.Equal(SignInOutcome.Accepted, (await TryAsync(Password, New)).Value.Outcome);
        Assert.Equal(SignInOutcome.Refused, (await TryAsync(Password)).Value.Outcome);
        Assert.Equal("account-link-ended", (await SendAsync(here, new ChangeAddress(token))).Error?.Code);
    }

    [Fact]
    public async Task An_address_that_has_an_account_gets_the_same_answer_and_its_mailbox_is_told()
    {
        var me = await SignedInAsync(await AccountAsync());
        await AccountAsync(New);

        Assert.Null((await SendAsync(me, new RequestAddressChange(New))).Error);

        Assert.DoesNotContain("jeton=", await BodyAsync(New), StringComparison.Ordinal);
        Assert.Contains("déjà un compte", await BodyAsync(New), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_taken_before_the_link_was_opened_is_not_taken_again()
    {
        var me = await SignedInAsync(await AccountAsync());
        await SendAsync(me, new RequestAddressChange(New));
        var token = await TokenAsync(New);
        await AccountAsync(New);

        Assert.Equal("account-link-ended", (await SendAsync(me, new ChangeAddress(token))).Error?.Code);
    }

    [Fact]
    public async Task Of_two_accounts_that_open_their_links_at_once_one_gets_the_address()
    {
        var (mine, theirs) = (await SignedInAsync(await AccountAsync()), await SignedInAsync(await AccountAsync("paul@example.org")));
        await SendAsync(mine, new RequestAddressChange(New));
        var first = await TokenAsync(New);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await SendAsync(theirs, new RequestAddressChange(New));
        var second = await TokenAsync(New);

        var answers = await Task.WhenAll(SendAsync(mine, new ChangeAddress(first)), SendAsync(theirs, new ChangeAddress(second)));

        Assert.Single(answers, a => a.Error is null);
        Assert.Equal("account-link-ended", answers.Single(a => a.Error is not null).Error!.Code);
    }

    [Fact]
    public async Task It_asks_for_a_fresh_proof_and_for_another_address()
    {
        var account = await AccountAsync();
        var me = await SignedInAsync(account);
        Assert.Equal("Email", Assert.Single((await SendAsync(me, new RequestAddressChange(Email.ToUpperInvariant()))).Error!.Fields!).Key);
        Assert.Equal("Email", Assert.Single((await SendAsync(me, new RequestAddressChange("claire"))).Error!.Fields!).Key);
        Clock.Advance(NeedsFreshProofAttribute.Fresh + TimeSpan.FromSeconds(1));

        Assert.Equal("proof-needed", (await SendAsync(me, new RequestAddressChange(New))).Error?.Code);
        Assert.Empty(await MailsAsync(New));
    }

    [Fact]
    public async Task The_password_alone_does_not_move_an_account_of_the_staff()
    {
        var account = await AccountAsync(Email, Role.SiteRecruiter);
        await EnrolAsync(account);

        Assert.Equal("second-factor-out-of-reach", (await SendAsync(await SignedInAsync(account, SessionProof.Password), new RequestAddressChange(New))).Error?.Code);
    }

    [Fact]
    public async Task A_change_of_password_ends_the_link()
    {
        var me = await SignedInAsync(await AccountAsync());
        await SendAsync(me, new RequestAddressChange(New));
        var token = await TokenAsync(New);
        Assert.Null((await SendAsync(me, new ChangePassword(Password, "quatre canards sur la mare"))).Error);

        Assert.Equal("account-link-ended", (await SendAsync(me, new ChangeAddress(token))).Error?.Code);
    }

    [Fact]
    public async Task The_pages_lead_from_the_account_to_the_new_address()
    {
        var client = App.ClientFor(await AccountAsync());
        var asked = await client.SubmitAsync("/mon-compte/adresse", "adresse", ("Input.Email", New));
        Assert.Equal("/mon-compte/adresse?fait=demande", Target(asked));

        var link = await LinkAsync(New);
        var opened = await client.GetAsync(link, Stop);
        Assert.Equal("/nouvelle-adresse", Target(opened));
        var changed = await client.SubmitAsync("/nouvelle-adresse", "nouvelle-adresse");

        Assert.Equal("/nouvelle-adresse?fait=oui", Target(changed));
        Assert.Contains(New, (await client.GetPageAsync("/mon-compte")).Text("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/nouvelle-adresse?fait=oui", Stop)).StatusCode);
    }
}
