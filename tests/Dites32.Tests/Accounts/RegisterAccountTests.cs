using Dites32.Core.Accounts;
using Dites32.Core.Notifications;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Accounts;

public sealed class RegisterAccountTests : AccountTest
{
    private static readonly RegisterAccount Good = new("Claire Dupouy", " Claire.Dupouy@Example.ORG ", Password);

    [Fact]
    public async Task The_account_the_mail_and_the_audit_entry_are_one_save()
    {
        var result = await SendAsync(Actor.Anonymous, Good);

        Assert.Null(result.Error);
        var account = await FindAsync();
        Assert.False(account.EmailConfirmed);
        Assert.Equal([Role.Candidate], await InDatabaseAsync(db => db.RolesOfAsync(account.Id, Stop)));
        Assert.Equal("account.confirmation", Assert.Single(await MailsAsync()).Kind);
        Assert.Equal("RegisterAccount", (await InDatabaseAsync(db => db.AuditEntries.SingleAsync(Stop))).Action);
    }

    [Fact]
    public async Task A_mail_never_carries_a_name_that_somebody_typed_for_an_address()
    {
        await SendAsync(Actor.Anonymous, Good with { DisplayName = "Gagnez sur https://pub.example" });

        Assert.DoesNotContain("pub.example", await BodyAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_address_gets_the_same_answer_and_its_mailbox_is_told()
    {
        await AccountAsync();
        var before = await FindAsync();

        var result = await SendAsync(Actor.Anonymous, Good with { DisplayName = "Autre" });

        Assert.Null(result.Error);
        Assert.Equal("account.known", Assert.Single(await MailsAsync()).Kind);
        var after = await FindAsync();
        Assert.Equal((before.PasswordHash, before.DisplayName, before.SecurityStamp), (after.PasswordHash, after.DisplayName, after.SecurityStamp));
    }

    [Fact]
    public async Task A_link_confirms_the_registration_that_it_was_sent_for()
    {
        await SendAsync(Actor.Anonymous, Good with { Password = "le mot de passe d'un autre" });
        var stranger = await TokenAsync();
        Clock.Advance(TimeSpan.FromMinutes(1));
        await SendAsync(Actor.Anonymous, Good);
        var mine = await TokenAsync();

        Assert.Equal("account-link-ended", (await SendAsync(Actor.Anonymous, new ConfirmEmail(stranger))).Error?.Code);
        Assert.Null((await SendAsync(Actor.Anonymous, new ConfirmEmail(mine))).Error);
        Assert.Equal(SignInOutcome.Accepted, (await TryAsync(Password)).Value.Outcome);
    }

    [Fact]
    public async Task The_same_form_sent_twice_at_once_makes_one_account_and_both_links_work()
    {
        await Task.WhenAll(SendAsync(Actor.Anonymous, Good), SendAsync(Actor.Anonymous, Good));

        var mails = await MailsAsync();
        Assert.Equal(2, mails.Count);
        await FindAsync();
        Assert.Null((await SendAsync(Actor.Anonymous, new ConfirmEmail(await TokenAsync()))).Error);
    }

    [Fact]
    public async Task A_mailbox_is_not_flooded()
    {
        for (var i = 0; i < Outbox.MaxPerAddressAndDay + 2; i++)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Null((await SendAsync(Actor.Anonymous, Good with { Password = $"{Password} {i}" })).Error);
        }

        Assert.Equal(Outbox.MaxPerAddressAndDay, (await MailsAsync()).Count);
        Assert.Null((await SendAsync(Actor.Anonymous, new ConfirmEmail(await TokenAsync()))).Error); // the last link that left
    }

    [Theory]
    [InlineData("", "a@example.org", Password, "DisplayName")]
    [InlineData("Claire", "", Password, "Email")]
    [InlineData("Claire", "claire", Password, "Email")]
    [InlineData("Claire", "Claire <claire@example.org>", Password, "Email")]
    [InlineData("Claire\nDupouy", "a@example.org", Password, "DisplayName")]
    [InlineData("Claire", "a@example.org", "", "Password")]
    [InlineData("Claire", "claire.d@example.org", "Claire.D et la suite", "Password")]
    public async Task A_field_that_will_not_do_is_named(string name, string email, string password, string field)
    {
        var result = await SendAsync(Actor.Anonymous, new RegisterAccount(name, email, password));

        Assert.Equal(field, Assert.Single(result.Error!.Fields!).Key);
        Assert.Empty(await InDatabaseAsync(db => db.Users.ToListAsync(Stop)));
    }

    [Fact]
    public async Task A_confirmation_link_lives_three_days_and_may_be_opened_twice()
    {
        await SendAsync(Actor.Anonymous, Good);
        var token = await TokenAsync();

        Assert.Equal("account-link-ended", (await SendAsync(Actor.Anonymous, new ConfirmEmail(token + "A"))).Error?.Code);
        Clock.Advance(TimeSpan.FromDays(3) - TimeSpan.FromSeconds(1));
        Assert.Null((await SendAsync(Actor.Anonymous, new ConfirmEmail(token))).Error);
        Assert.Null((await SendAsync(Actor.Anonymous, new ConfirmEmail(token))).Error);
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("account-link-ended", (await SendAsync(Actor.Anonymous, new ConfirmEmail(token))).Error?.Code);
    }

    [Fact]
    public async Task Sending_the_link_again_answers_the_same_for_any_address()
    {
        await SendAsync(Actor.Anonymous, Good);

        Assert.Null((await SendAsync(Actor.Anonymous, new ResendConfirmation(Email))).Error);
        Assert.Null((await SendAsync(Actor.Anonymous, new ResendConfirmation("personne@example.org"))).Error);

        Assert.Equal(2, (await MailsAsync()).Count);
        Assert.Empty(await MailsAsync("personne@example.org"));
        Assert.Equal(2, await InDatabaseAsync(db => db.AuditEntries.CountAsync(a => a.Action == "ResendConfirmation", Stop)));
    }
}
