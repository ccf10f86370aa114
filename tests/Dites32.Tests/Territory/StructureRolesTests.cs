using Dites32.Core.Accounts;
using Dites32.Core.Accounts.Sessions;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Territory;

public sealed class StructureRolesTests : CoreTest
{
    private static readonly Guid Fleurance = new("00000032-0000-7000-8000-000000000011");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_human_resources_of_health_centres_recruit_where_they_are_members_by_their_own_role()
    {
        var admin = await SomeoneAsync(Role.Administrator);
        var office = await AddOrganisationAsync(admin);
        var practice = (await SendAsync(admin, new AddSite(Guid.NewGuid(), office, StructureKind.GroupPractice, "Cabinet", "Auch (32000)", null, null, SiteStatus.Open))).Value;
        var someone = await SomeoneAsync(Role.HealthCentreHr);
        var humanResources = await SignedInAsync(someone);
        Assert.Empty((await SendAsync(humanResources, new ListMySites())).Value);

        await SendAsync(admin, new AddSiteMember(Fleurance, await EmailAsync(someone)));
        Assert.Equal([Fleurance], (await SendAsync(humanResources, new ListMySites())).Value.Select(s => s.Id));
        Assert.Equal([Role.HealthCentreHr], await InDatabaseAsync(db => db.RolesOfAsync(someone.RequiredAccountId, Stop)));

        await SendAsync(admin, new AddSiteMember(practice, await EmailAsync(someone)));
        Assert.Equal([Role.SiteRecruiter, Role.HealthCentreHr], await InDatabaseAsync(db => db.RolesOfAsync(someone.RequiredAccountId, Stop)));
        Assert.Equal("forbidden", (await SendAsync(humanResources, new ListStructures(1))).Error?.Code);
    }

    [Fact]
    public async Task The_territory_manager_keeps_the_sites_and_gives_no_right_on_them()
    {
        var manager = await SomeoneAsync(Role.TerritoryManager);
        var organisation = await AddOrganisationAsync(manager);
        var site = (await SendAsync(manager, new AddSite(Guid.NewGuid(), organisation, StructureKind.HealthHouse, "Maison de santé", "Auch (32000)", null, null, SiteStatus.Announced))).Value;

        Assert.Null((await SendAsync(manager, new ChangeSiteStatus(site, SiteStatus.Open))).Error);
        Assert.False((await SendAsync(manager, new ViewSite(site))).Value.MayChangeMembers);
        Assert.Equal("forbidden", (await SendAsync(manager, new AddSiteMember(site, await EmailAsync(manager)))).Error?.Code);
        Assert.Equal("forbidden", (await SendAsync(manager, new RemoveSiteMember(site, manager.RequiredAccountId))).Error?.Code);
        Assert.Equal("forbidden", (await SendAsync(manager, new ListMySites())).Error?.Code);
    }

    private async Task<Guid> AddOrganisationAsync(Actor actor) =>
        (await SendAsync(actor, new AddOrganisation(Guid.NewGuid(), "Association des Collines", OrganisationKind.Association, false, null))).Value;

    private Task<string> EmailAsync(Actor actor) =>
        InDatabaseAsync(db => db.Users.Where(a => a.Id == actor.AccountId).Select(a => a.Email!).SingleAsync(Stop));

    /// <summary>What the roles open is read by the gate, for a session.</summary>
    private async Task<Actor> SignedInAsync(Actor someone)
    {
        var account = await InDatabaseAsync(db => db.Users.SingleAsync(a => a.Id == someone.AccountId, Stop));
        var session = AccountSession.Open(account, SessionProof.Code, "Firefox, Linux", Clock.Now);
        await SaveAsync(session);
        return Actor.InSession(session.Id, account.Id);
    }
}
