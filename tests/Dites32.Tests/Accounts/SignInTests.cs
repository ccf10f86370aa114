using Dites32.Core.Accounts;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Accounts;

public sealed class SignInTests : AccountTest
{
    [Fact]
    public async Task The_right_password_is_accepted_however_the_address_is_typed()
    {
        var actor = await AccountAsync(Email, Role.SiteRecruiter, Role.Candidate);

        var answer = (await TryAsync(Password, " CLAIRE.Dupouy@example.org ")).Value;

        Assert.Equal((SignInOutcome.Accepted, actor.AccountId), (answer.Outcome, answer.Session?.AccountId));
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_password_are_refused_alike()
    {
        await AccountAsync();

        Assert.Equal(SignInOutcome.Refused, (await TryAsync("faux")).Value.Outcome);
        Assert.Equal(SignInOutcome.Refused, (await TryAsync(Password, "personne@example.org")).Value.Outcome);
        Assert.Equal(2, await InDatabaseAsync(db => db.AuditEntries.CountAsync(a => a.Action == "SignIn", Stop)));
    }

    [Fact]
    public async Task The_trail_names_the_account_that_somebody_tries_or_enters_and_nothing_of_an_unknown_address()
    {
        var owner = await AccountAsync();
        await TryAsync("faux");
        await TryAsync(Password);
        await TryAsync(Password, "personne@example.org");
        await SendAsync(Actor.Anonymous, new RequestPasswordReset(Email));

        var entries = await InDatabaseAsync(db => db.AuditEntries.OrderBy(e => e.Id).Select(e => new { e.Action, e.SubjectKind, e.SubjectId }).ToListAsync(Stop));

        Assert.Equal(
            [("SignIn", "Account", owner.AccountId), ("SignIn", "Account", owner.AccountId), ("SignIn", null, null), ("RequestPasswordReset", "Account", owner.AccountId)],
            entries.Select(e => (e.Action, e.SubjectKind, e.SubjectId)));
    }

    [Fact]
    public async Task Only_the_right_password_tells_that_the_address_is_not_confirmed()
    {
        await SendAsync(Actor.Anonymous, new RegisterAccount("Claire", Email, Password));

        Assert.Equal(SignInOutcome.Refused, (await TryAsync("faux")).Value.Outcome);
        Assert.Equal(SignInOutcome.NotConfirmed, (await TryAsync(Password)).Value.Outcome);
    }

    [Fact]
    public async Task A_password_alone_opens_no_role_of_the_staff()
    {
        await AccountAsync(Email, Role.SiteRecruiter, Role.Candidate);

        var session = (await TryAsync(Password)).Value.Session!;

        Assert.Equal([Role.Candidate], session.Roles);
        Assert.True(session.LacksProof);
    }

    [Fact]
    public async Task Eight_wrong_passwords_ask_for_a_pause_that_grows_and_tell_the_mailbox_once()
    {
        await AccountAsync();
        for (var i = 1; i < SignInAttempts.Max; i++)
        {
            Assert.Equal(SignInOutcome.Refused, (await TryAsync("faux")).Value.Outcome);
        }

        Assert.Equal(SignInOutcome.Paused, (await TryAsync("faux")).Value.Outcome);
        Assert.Equal("account.slowed", Assert.Single(await MailsAsync()).Kind);
        foreach (var minutes in new[] { 1, 2, 4, 8, 15, 15 })
        {
            Clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            Assert.Equal(SignInOutcome.Paused, (await TryAsync(Password)).Value.Outcome);
            Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(SignInOutcome.Refused, (await TryAsync("faux")).Value.Outcome);
        }

        Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(SignInOutcome.Accepted, (await TryAsync(Password)).Value.Outcome);
        Assert.Single(await MailsAsync());
    }

    [Fact, Trait("Category", "Long")]
    public async Task Guesses_from_elsewhere_do_not_keep_the_owner_out()
    {
        await AccountAsync();
        Assert.Equal(SignInOutcome.Accepted, (await TryFromAsync("198.51.100.7", Password)).Value.Outcome);

        var looked = 0;
        foreach (var network in Enumerable.Range(1, 20))
        {
            foreach (var _ in Enumerable.Range(0, 3))
            {
                looked += (await TryFromAsync($"203.0.113.{network}", "faux")).Value.Outcome == SignInOutcome.Refused ? 1 : 0;
            }
        }

        Assert.Equal(SignInAttempts.MaxElsewhere - 1, looked); // the owner's own try was the first of the hour
        Assert.Equal(SignInOutcome.Accepted, (await TryFromAsync("198.51.100.7", Password)).Value.Outcome);
        Assert.Equal(SignInOutcome.Paused, (await TryFromAsync("192.0.2.1", Password)).Value.Outcome);
        Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(SignInOutcome.Accepted, (await TryFromAsync("192.0.2.1", Password)).Value.Outcome);
    }

    [Fact]
    public async Task An_unknown_address_is_slowed_down_like_a_known_one()
    {
        await AccountAsync();
        foreach (var _ in Enumerable.Range(0, SignInAttempts.Max + 2))
        {
            Assert.Equal((await TryAsync("faux")).Value.Outcome, (await TryAsync("faux", "personne@example.org")).Value.Outcome);
        }
    }

    [Fact]
    public async Task The_right_password_forgets_the_wrong_ones()
    {
        await AccountAsync();
        for (var i = 0; i < SignInAttempts.Max * 2; i++)
        {
            Assert.Equal(i % 3 == 2 ? SignInOutcome.Accepted : SignInOutcome.Refused, (await TryAsync(i % 3 == 2 ? Password : "faux")).Value.Outcome);
        }
    }

    [Fact]
    public async Task Guesses_sent_at_once_are_counted_one_by_one()
    {
        await AccountAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TryAsync("faux")));

        Assert.Equal(SignInAttempts.Max - 1, answers.Count(a => a.Value.Outcome == SignInOutcome.Refused));
        Assert.Equal(SignInOutcome.Paused, (await TryAsync(Password)).Value.Outcome);
        Assert.Single(await MailsAsync());
    }

    [Fact]
    public async Task A_password_hashed_with_fewer_rounds_is_hashed_again()
    {
        await AccountAsync();
        var old = new Microsoft.AspNetCore.Identity.PasswordHasher<Account>().HashPassword(null!, Password);
        await InDatabaseAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(a => a.PasswordHash, old), Stop));

        Assert.Equal(SignInOutcome.Accepted, (await TryAsync(Password)).Value.Outcome);
        Assert.NotEqual(old, (await FindAsync()).PasswordHash);
        Assert.Equal(SignInOutcome.Accepted, (await TryAsync(Password)).Value.Outcome);
    }

    [Fact]
    public async Task Demo_accounts_are_listed_nowhere_but_in_development() =>
        Assert.Empty((await SendAsync(Actor.Anonymous, new ListDemoAccounts())).Value);
}
