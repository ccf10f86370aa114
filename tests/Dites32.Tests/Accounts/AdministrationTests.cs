using Dites32.Core.Accounts;
using Dites32.Core.Shared;

namespace Dites32.Tests.Accounts;

public sealed class AdministrationTests : AccountTest
{
    private static readonly CreateStaffAccount Invitation = new("Dr Claire Dupouy", Email, [Role.SiteRecruiter]);

    [Fact]
    public async Task A_colleague_is_invited_and_chooses_a_password_within_seven_days()
    {
        var admin = await SomeoneAsync(Role.Administrator);

        Assert.Null((await SendAsync(admin, Invitation)).Error);
        var token = await TokenAsync();
        Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.Null((await SendAsync(Actor.Anonymous, new ResetPassword(token, Password))).Error);

        var answer = (await TryAsync(Password)).Value;
        Assert.Equal(SignInOutcome.Accepted, answer.Outcome);
        Assert.True(answer.Session!.LacksProof);
    }

    [Fact]
    public async Task Somebody_who_registers_an_invited_address_does_not_take_the_account()
    {
        var admin = await SomeoneAsync(Role.Administrator);
        await SendAsync(admin, Invitation);

        Assert.Null((await SendAsync(Actor.Anonymous, new RegisterAccount("Autre", Email, Password))).Error);

        Assert.Null((await FindAsync()).PasswordHash);
        Assert.All(await MailsAsync(), m => Assert.Equal("account.invitation", m.Kind));
    }

    [Fact]
    public async Task An_address_with_an_account_is_not_invited_even_by_two_at_once()
    {
        var admin = await SomeoneAsync(Role.Administrator);

        var results = await Task.WhenAll(SendAsync(admin, Invitation), SendAsync(admin, Invitation));

        Assert.Single(results, r => r.Error is null);
        Assert.Equal("Email", Assert.Single(results.Single(r => r.Error is not null).Error!.Fields!).Key);
    }

    [Fact]
    public async Task A_change_of_roles_leaves_an_invitation_that_waits_alive()
    {
        var admin = await SomeoneAsync(Role.Administrator);
        var someone = await AccountAsync("paul@example.org");
        var invited = (await SendAsync(admin, Invitation)).Value;
        var token = await TokenAsync();

        Assert.Null((await SendAsync(admin, new SetRoles(someone.RequiredAccountId, [Role.Dites32Recruiter]))).Error);
        Assert.Null((await SendAsync(admin, new SetRoles(invited, [Role.SiteRecruiter, Role.Dites32Recruiter]))).Error);

        Assert.Equal([Role.Dites32Recruiter], await InDatabaseAsync(db => db.RolesOfAsync(someone.RequiredAccountId, Stop)));
        Assert.Null((await SendAsync(Actor.Anonymous, new ResetPassword(token, Password))).Error);
    }

    [Fact]
    public async Task Nobody_takes_the_administration_from_themselves()
    {
        var admin = await SomeoneAsync(Role.Administrator);

        Assert.Equal("account-own-administration", (await SendAsync(admin, new SetRoles(admin.RequiredAccountId, [Role.Candidate]))).Error?.Code);
        Assert.Equal("invalid", (await SendAsync(admin, new SetRoles(admin.RequiredAccountId, []))).Error?.Code);
        Assert.Equal("account-not-found", (await SendAsync(admin, new SetRoles(Guid.NewGuid(), [Role.Candidate]))).Error?.Code);
    }

    [Theory]
    [InlineData(Role.Candidate)]
    [InlineData(Role.SiteRecruiter)]
    [InlineData(Role.Dites32Recruiter)]
    public async Task Only_administrators_administer(Role role)
    {
        var someone = await SomeoneAsync(role);

        Assert.Equal("forbidden", (await SendAsync(someone, Invitation)).Error?.Code);
        Assert.Equal("forbidden", (await SendAsync(someone, new SetRoles(someone.RequiredAccountId, [Role.Administrator]))).Error?.Code);
        Assert.Equal("forbidden", (await SendAsync(someone, new ListAccounts(null, 1))).Error?.Code);
        Assert.Equal("forbidden", (await SendAsync(someone, new GetAccount(someone.RequiredAccountId))).Error?.Code);
    }

    [Fact]
    public async Task Accounts_are_found_by_a_piece_of_name_or_address_without_accents()
    {
        var admin = await SomeoneAsync(Role.Administrator);
        var helene = AccountFactory.Create("h.castera@example.org", "Hélène Castéra", Password);
        await SaveAsync([helene, .. AccountFactory.Roles(helene, Role.SiteRecruiter, Role.Dites32Recruiter)]);

        foreach (var search in new[] { "helene", "CASTÉRA", "h.cast", " Castera " })
        {
            var found = Assert.Single((await SendAsync(admin, new ListAccounts(search, 1))).Value.Items);
            Assert.Equal([Role.SiteRecruiter, Role.Dites32Recruiter], found.Roles);
        }

        Assert.Empty((await SendAsync(admin, new ListAccounts("%", 1))).Value.Items);
        Assert.Empty((await SendAsync(admin, new ListAccounts("_", 1))).Value.Items);
        Assert.Empty((await SendAsync(admin, new ListAccounts("\\", 1))).Value.Items);
    }

    [Fact]
    public async Task The_list_is_paged()
    {
        var admin = await SomeoneAsync(Role.Administrator);
        await SaveAsync([.. Enumerable.Range(0, ListAccounts.PageSize + 4).Select(i => Account.Confirmed($"a{i}@example.org", $"Nom {i:00}", null))]);

        var last = (await SendAsync(admin, new ListAccounts(null, int.MaxValue))).Value;

        Assert.Equal((2, 2, 5), (last.Number, last.Count, last.Items.Count));
        Assert.Equal(1, (await SendAsync(admin, new ListAccounts(null, int.MinValue))).Value.Number);
    }

    [Fact]
    public async Task Other_features_find_contacts()
    {
        var site = await AccountAsync(Email, Role.SiteRecruiter);

        Assert.Equal(Email, (await InDatabaseAsync(db => db.FindContactAsync(site.RequiredAccountId, Stop)))?.Email);
        Assert.Null(await InDatabaseAsync(db => db.FindContactAsync(Guid.NewGuid(), Stop)));
        Assert.Equal("Dr Claire Dupouy", Assert.Single(await InDatabaseAsync(db => Task.FromResult(db.ContactsWith(Role.SiteRecruiter).ToList()))).DisplayName);
        Assert.Empty(await InDatabaseAsync(db => Task.FromResult(db.ContactsWith(Role.Administrator).ToList())));
    }
}
