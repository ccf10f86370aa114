using Dites32.Core.Accounts;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Territory;

public sealed class SiteTests : CoreTest
{
    private static readonly Guid Department = new("00000032-0000-7000-8000-000000000001");
    private static readonly Guid Fleurance = new("00000032-0000-7000-8000-000000000011");
    private static readonly Guid Marciac = new("00000032-0000-7000-8000-000000000015");

    [Fact]
    public async Task A_recruiter_sees_the_sites_of_their_memberships_and_the_mission_sees_all()
    {
        var admin = await SomeoneAsync(Role.Administrator);
        var mission = await SomeoneAsync(Role.Dites32Recruiter);
        var recruiter = await SomeoneAsync(Role.SiteRecruiter);
        await SendAsync(admin, new AddSiteMember(Fleurance, await EmailAsync(recruiter)));

        Assert.Equal([Fleurance], (await SendAsync(recruiter, new ListMySites())).Value.Select(s => s.Id));
        Assert.Equal(5, (await SendAsync(mission, new ListMySites())).Value.Count);
        Assert.Equal(5, (await SendAsync(admin, new ListMySites())).Value.Count);
    }

    [Fact]
    public async Task The_role_without_a_membership_opens_no_site() =>
        Assert.Empty((await SendAsync(await SomeoneAsync(Role.SiteRecruiter), new ListMySites())).Value);

    [Fact]
    public async Task Neither_an_anonymous_actor_nor_a_job_manages_a_site()
    {
        Assert.False(await InDatabaseAsync(db => db.Sites.ManageableBy(db, Actor.Anonymous).AnyAsync(TestContext.Current.CancellationToken)));
        Assert.False(await InDatabaseAsync(db => db.Sites.ManageableBy(db, Actor.System).AnyAsync(TestContext.Current.CancellationToken)));
        Assert.Equal("forbidden", (await SendAsync(Actor.Anonymous, new ListMySites())).Error?.Code);
    }

    [Fact]
    public async Task A_member_removed_has_no_right_left()
    {
        var admin = await SomeoneAsync(Role.Administrator);
        var recruiter = await SomeoneAsync(Role.SiteRecruiter);
        await SendAsync(admin, new AddSiteMember(Fleurance, await EmailAsync(recruiter)));
        Assert.Null((await SendAsync(admin, new RemoveSiteMember(Fleurance, recruiter.RequiredAccountId))).Error);

        Assert.Empty((await SendAsync(recruiter, new ListMySites())).Value);
        Assert.Null((await SendAsync(admin, new RemoveSiteMember(Fleurance, recruiter.RequiredAccountId))).Error); // a second time
    }

    [Fact]
    public async Task A_new_member_becomes_a_recruiter_whatever_the_case_of_the_address()
    {
        var admin = await SomeoneAsync(Role.Administrator);
        var candidate = await SomeoneAsync(Role.Candidate);
        var email = await EmailAsync(candidate);

        Assert.Null((await SendAsync(admin, new AddSiteMember(Fleurance, $" {email.ToUpperInvariant()} "))).Error);
        Assert.True(await InDatabaseAsync(db => db.UserRoles.AnyAsync(
            r => r.UserId == candidate.AccountId && r.RoleId == AccountMapping.IdOf(Role.SiteRecruiter), TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Members_are_added_once_even_by_two_people_at_once()
    {
        var admin = await SomeoneAsync(Role.Administrator);
        var recruiter = await SomeoneAsync(Role.SiteRecruiter);
        var email = await EmailAsync(recruiter);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SendAsync(admin, new AddSiteMember(Fleurance, email))));

        Assert.All(answers, a => Assert.Null(a.Error));
        Assert.Equal(1, await InDatabaseAsync(db => db.SiteMemberships.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task An_unknown_address_and_an_unknown_site_are_refused()
    {
        var admin = await SomeoneAsync(Role.Administrator);

        Assert.Equal("account-not-found", (await SendAsync(admin, new AddSiteMember(Fleurance, "personne@example.org"))).Error?.Code);
        Assert.Equal("site-not-found", (await SendAsync(admin, new AddSiteMember(Guid.NewGuid(), await EmailAsync(admin)))).Error?.Code);
        Assert.Equal("site-not-found", (await SendAsync(admin, new ViewSite(Guid.NewGuid()))).Error?.Code);
        Assert.Equal("invalid", (await SendAsync(admin, new AddSiteMember(Fleurance, ""))).Error?.Code);
    }

    [Fact]
    public async Task A_member_of_a_site_gives_rights_to_nobody()
    {
        var recruiter = await SomeoneAsync(Role.SiteRecruiter);
        await SendAsync(await SomeoneAsync(Role.Administrator), new AddSiteMember(Fleurance, await EmailAsync(recruiter)));

        Assert.Equal("forbidden", (await SendAsync(recruiter, new AddSiteMember(Fleurance, "x@example.org"))).Error?.Code);
        Assert.Equal("forbidden", (await SendAsync(recruiter, new RemoveSiteMember(Fleurance, recruiter.RequiredAccountId))).Error?.Code);
        Assert.Equal("forbidden", (await SendAsync(recruiter, new ChangeSiteStatus(Fleurance, SiteStatus.Closed))).Error?.Code);
        Assert.Equal("forbidden", (await SendAsync(recruiter, new ViewSite(Fleurance))).Error?.Code);
        Assert.Equal("forbidden", (await SendAsync(recruiter, new ListStructures(1))).Error?.Code);
    }

    [Fact]
    public async Task An_organisation_and_a_branch_are_added_once_however_often_they_are_sent()
    {
        var admin = await SomeoneAsync(Role.Administrator);
        var organisation = new AddOrganisation(Guid.NewGuid(), "Commune de Condom", OrganisationKind.Municipality, true, "213 201 072 00011");
        var ids = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(admin, organisation)));
        var site = new AddSite(
            Guid.NewGuid(), Department, StructureKind.Branch, "Antenne de Masseube", "32140 Masseube", null, Fleurance, SiteStatus.Announced);
        var first = await SendAsync(admin, site);

        Assert.Single(ids.Select(id => id.Value).Distinct());
        Assert.Equal(first.Value, (await SendAsync(admin, site)).Value);
        var file = (await SendAsync(admin, new ViewSite(first.Value))).Value;
        Assert.Equal(("Centre territorial de santé de Fleurance", "Masseube", SiteStatus.Announced), (file.ParentName, file.CommuneName, file.Status));
        Assert.Equal([SiteStatus.Open, SiteStatus.Closed], file.Moves);
    }

    [Theory]
    [InlineData(StructureKind.HealthHouse, "Condom", "wrong-parent")] // only a branch has a parent
    [InlineData(StructureKind.Branch, "32600", "commune-not-found")]
    [InlineData(StructureKind.Branch, "", "invalid")]
    public async Task A_site_that_cannot_be_is_refused(StructureKind kind, string commune, string code) =>
        Assert.Equal(code, (await SendAsync(await SomeoneAsync(Role.Administrator), new AddSite(
            Guid.NewGuid(), Department, kind, "Site", commune, null, Fleurance, SiteStatus.Open))).Error?.Code);

    [Fact]
    public async Task A_branch_depends_on_a_centre_of_its_own_organisation()
    {
        var admin = await SomeoneAsync(Role.Administrator);
        var other = (await SendAsync(admin, new AddOrganisation(Guid.NewGuid(), "Autre", OrganisationKind.Association, false, null))).Value;

        Assert.Equal("wrong-parent", (await SendAsync(admin, Branch(other, Fleurance))).Error?.Code);
        Assert.Equal("wrong-parent", (await SendAsync(admin, Branch(Department, Marciac))).Error?.Code); // a branch is no centre
        Assert.Equal("wrong-parent", (await SendAsync(admin, Branch(Department, Guid.NewGuid()))).Error?.Code);
        Assert.Equal("organisation-not-found", (await SendAsync(admin, Branch(Guid.NewGuid(), null))).Error?.Code);

        static AddSite Branch(Guid organisation, Guid? parent) =>
            new(Guid.NewGuid(), organisation, StructureKind.Branch, "Antenne", "Condom", null, parent, SiteStatus.Open);
    }

    [Fact]
    public async Task The_centre_a_branch_depends_on_is_chosen_then_cleared()
    {
        var mission = await SomeoneAsync(Role.Dites32Recruiter);

        Assert.Null((await CorrectAsync(mission, Marciac, s => s with { ParentId = Fleurance })).Error);
        Assert.Equal("Centre territorial de santé de Fleurance", (await SendAsync(mission, new ViewSite(Marciac))).Value.ParentName);
        Assert.Null((await CorrectAsync(mission, Marciac, s => s with { ParentId = null })).Error);
        Assert.Null((await SendAsync(mission, new ViewSite(Marciac))).Value.ParentName);
        Assert.Equal(2, await InDatabaseAsync(db => db.AuditEntries.CountAsync(
            e => e.SubjectId == Marciac && e.Action == nameof(CorrectSite), TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Only_a_branch_depends_on_a_centre_and_on_nothing_else_than_a_centre_of_its_organisation()
    {
        var admin = await SomeoneAsync(Role.Administrator);
        var elsewhere = (await SendAsync(admin, new AddOrganisation(Guid.NewGuid(), "Commune de Condom", OrganisationKind.Municipality, true, ""))).Value;
        var foreign = (await SendAsync(admin, new AddSite(
            Guid.NewGuid(), elsewhere, StructureKind.HealthCentre, "Centre de Condom", "Condom", null, null, SiteStatus.Open))).Value;
        var estang = new Guid("00000032-0000-7000-8000-000000000014");
        async Task<string?> WithParentAsync(Guid site, Guid parent) => (await CorrectAsync(admin, site, s => s with { ParentId = parent })).Error?.Code;

        Assert.Equal("wrong-parent", await WithParentAsync(Marciac, Marciac)); // itself
        Assert.Equal("wrong-parent", await WithParentAsync(Marciac, estang)); // a branch
        Assert.Equal("wrong-parent", await WithParentAsync(Fleurance, Marciac)); // a centre depends on nothing
        Assert.Equal("wrong-parent", await WithParentAsync(Marciac, foreign));
        Assert.Equal("wrong-parent", await WithParentAsync(Marciac, Guid.NewGuid()));
        Assert.Null(await WithParentAsync(Marciac, Fleurance));
        Assert.Equal("has-branches", (await CorrectAsync(admin, Fleurance, s => s with { Kind = StructureKind.Branch })).Error?.Code);
        Assert.Equal("wrong-parent", (await CorrectAsync(admin, Marciac, s => s with { Kind = StructureKind.GroupPractice })).Error?.Code);
        Assert.Null((await CorrectAsync(admin, Marciac, s => s with { Kind = StructureKind.GroupPractice, ParentId = null })).Error);
        Assert.Null((await CorrectAsync(admin, Fleurance, s => s with { Kind = StructureKind.Branch })).Error);
    }

    [Fact]
    public async Task Name_commune_nature_and_address_are_corrected_and_what_is_wrong_is_said()
    {
        var admin = await SomeoneAsync(Role.Administrator);

        Assert.Null((await CorrectAsync(admin, Marciac, s => s with
        {
            Name = " Antenne de Condom ",
            Commune = "Condom",
            Address = "1 place Saint-Pierre",
        })).Error);
        var site = (await SendAsync(admin, new ViewSite(Marciac))).Value;
        Assert.Equal(("Antenne de Condom", "Condom", "1 place Saint-Pierre"), (site.Name, site.CommuneName, site.Address));

        var wrong = (await CorrectAsync(admin, Marciac, s => s with { Name = "", Commune = "", Kind = null })).Error;
        Assert.Equal(["Commune", "Kind", "Name"], wrong!.Fields!.Keys.Order());
        Assert.Equal("commune-not-found", (await CorrectAsync(admin, Marciac, s => s with { Commune = "Toulouse" })).Error?.Code);
        Assert.Equal("site-not-found", (await SendAsync(admin, new GetSiteToCorrect(Guid.NewGuid()))).Error?.Code);
        Assert.Equal("site-not-found", (await SendAsync(admin, new CorrectSite(Guid.NewGuid(), 1, StructureKind.Branch, "x", "Condom", null, null))).Error?.Code);
        var recruiter = await SomeoneAsync(Role.SiteRecruiter);
        await SendAsync(admin, new AddSiteMember(Marciac, await EmailAsync(recruiter)));
        Assert.Equal("forbidden", (await SendAsync(recruiter, new CorrectSite(Marciac, 1, StructureKind.Branch, "x", "Condom", null, null))).Error?.Code);
        Assert.Equal("forbidden", (await SendAsync(recruiter, new GetSiteToCorrect(Marciac))).Error?.Code);
    }

    [Fact]
    public async Task A_correction_sent_twice_is_one_and_an_older_page_does_not_undo_a_newer_one()
    {
        var admin = await SomeoneAsync(Role.Administrator);
        var read = (await SendAsync(admin, new GetSiteToCorrect(Marciac))).Value;
        var mine = Correction(read) with { Name = "Antenne de Marciac et alentours" };

        var twice = await Task.WhenAll(SendAsync(admin, mine), SendAsync(admin, mine));

        Assert.All(twice, a => Assert.Null(a.Error));
        Assert.Equal("changed-meanwhile", (await SendAsync(admin, Correction(read) with { Address = "2 rue Neuve" })).Error?.Code);
    }

    [Fact]
    public async Task While_a_branch_is_attached_to_it_a_centre_does_not_become_something_else()
    {
        var admin = await SomeoneAsync(Role.Administrator);
        for (var round = 0; round < 10; round++)
        {
            var (branch, centre) = ((await SendAsync(admin, new GetSiteToCorrect(Marciac))).Value, (await SendAsync(admin, new GetSiteToCorrect(Fleurance))).Value);
            var answers = await Task.WhenAll(
                SendAsync(admin, Correction(branch) with { ParentId = Fleurance }),
                SendAsync(admin, Correction(centre) with { Kind = StructureKind.HealthHouse }));

            Assert.Single(answers, a => a.Error is null);
            Assert.Contains(answers, a => a.Error?.Code is "wrong-parent" or "has-branches");
            Assert.Null((await CorrectAsync(admin, Marciac, s => s with { ParentId = null })).Error);
            Assert.Null((await CorrectAsync(admin, Fleurance, s => s with { Kind = StructureKind.HealthCentre })).Error);
        }
    }

    [Fact]
    public async Task A_Siret_has_fourteen_digits_and_one_owner()
    {
        var admin = await SomeoneAsync(Role.Administrator);
        Task<Result<Guid>> AddAsync(string siret) =>
            SendAsync(admin, new AddOrganisation(Guid.NewGuid(), "Organisation", OrganisationKind.Other, false, siret));

        Assert.Equal("wrong-siret", (await AddAsync("1234")).Error?.Code);
        Assert.Equal("wrong-siret", (await AddAsync("1234567890001x")).Error?.Code);
        Assert.Null((await AddAsync("12345678900012")).Error);
        Assert.Equal("siret-taken", (await AddAsync("12345678900012")).Error?.Code);
        Assert.Null((await AddAsync(" ")).Error);
    }

    [Fact]
    public void A_status_moves_as_the_table_says()
    {
        (SiteStatus From, SiteStatus To)[] allowed =
        [
            (SiteStatus.Announced, SiteStatus.Open), (SiteStatus.Announced, SiteStatus.Closed), (SiteStatus.Open, SiteStatus.Suspended),
            (SiteStatus.Open, SiteStatus.Closed), (SiteStatus.Suspended, SiteStatus.Open), (SiteStatus.Suspended, SiteStatus.Closed),
            (SiteStatus.Closed, SiteStatus.Open),
        ];
        foreach (var from in Enum.GetValues<SiteStatus>())
        {
            foreach (var to in Enum.GetValues<SiteStatus>())
            {
                var site = Site.Create(Department, StructureKind.HealthCentre, "Centre", "32013", status: from).Value;
                var moved = site.MoveTo(to);

                Assert.Equal(from == to || allowed.Contains((from, to)) ? null : "wrong-status", moved.Error?.Code);
                Assert.Equal(moved.Error is null ? to : from, site.Status);
            }
        }
    }

    [Fact]
    public async Task A_status_is_changed_with_a_trace()
    {
        var admin = await SomeoneAsync(Role.Dites32Recruiter);
        Assert.Null((await SendAsync(admin, new ChangeSiteStatus(Fleurance, SiteStatus.Suspended))).Error);

        Assert.Equal(SiteStatus.Suspended, (await SendAsync(admin, new ViewSite(Fleurance))).Value.Status);
        Assert.True(await InDatabaseAsync(db => db.AuditEntries.AnyAsync(
            e => e.SubjectId == Fleurance && e.Action == nameof(ChangeSiteStatus), TestContext.Current.CancellationToken)));
        Assert.Equal("wrong-status", (await SendAsync(admin, new ChangeSiteStatus(Fleurance, SiteStatus.Announced))).Error?.Code);
    }

    [Fact]
    public void A_site_is_trusted_since_its_first_approval()
    {
        var site = Site.Create(Department, StructureKind.HealthCentre, "Centre", "32013").Value;
        site.Trust(Clock.Now);
        site.Trust(Clock.Now.AddDays(1));

        Assert.Equal(Clock.Now, site.TrustedSince);
    }

    [Fact]
    public async Task Organisations_come_a_page_at_a_time_whatever_number_is_asked_for()
    {
        var admin = await SomeoneAsync(Role.Administrator);
        await SaveAsync([.. Enumerable.Range(0, 25).Select(i => Organisation.Create($"Organisation {i:00}", OrganisationKind.Other, false, null).Value)]);

        Assert.Equal(20, (await SendAsync(admin, new ListStructures(-3))).Value.Items.Count);
        Assert.Equal(6, (await SendAsync(admin, new ListStructures(int.MaxValue))).Value.Items.Count);
        Assert.Equal(5, (await SendAsync(admin, new ListStructures(1))).Value.Items.Single(o => o.Id == Department).Sites.Count);
    }

    private static CorrectSite Correction(SiteToCorrect site) => new(site.Id, site.Version, site.Kind, site.Name, site.Commune, site.Address, site.ParentId);

    private async Task<Result> CorrectAsync(Actor actor, Guid site, Func<CorrectSite, CorrectSite> change) =>
        await SendAsync(actor, change(Correction((await SendAsync(actor, new GetSiteToCorrect(site))).Value)));

    private Task<string> EmailAsync(Actor actor) =>
        InDatabaseAsync(async db => (await db.Users.SingleAsync(a => a.Id == actor.AccountId, TestContext.Current.CancellationToken)).Email!);
}
