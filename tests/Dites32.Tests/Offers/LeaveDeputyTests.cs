using System.Net;
using Dites32.Core.Accounts;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Offers;

public sealed class LeaveDeputyTests : RecruitingTest
{
    [Fact]
    public async Task A_colleague_stands_in_and_the_recruiter_comes_back_early()
    {
        var site = await this.SiteAsync();
        var deputy = await SomeoneAsync(Role.SiteRecruiter);
        await SaveAsync(SiteMembership.Of(deputy.RequiredAccountId, site.Site.Id, Clock.Now));
        var client = App.ClientFor(site.Recruiter);

        var named = await client.SubmitAsync("/recruteur/absence", "absence",
            ("Input.From", "2026-03-04"), ("Input.To", "2026-03-20"), ("Input.DeputyId", deputy.RequiredAccountId.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, named.StatusCode);
        Assert.Null((await SendAsync(site.Recruiter, new LeaveDeputy(deputy.AccountId, "2026-03-04", "2026-03-20"))).Error);
        Clock.Advance(TimeSpan.FromDays(5));
        App.SignIn(client, site.Recruiter);
        Assert.Equal(deputy.AccountId, await ContactAsync(site.RecruiterId));

        var page = await client.GetPageAsync("/recruteur/absence");
        Assert.Equal(HttpStatusCode.Redirect, (await client.SubmitAsync(page, "/recruteur/absence", page.QuerySelector("form[id^='fin-']")!.Id!)).StatusCode);

        Assert.Equal(site.RecruiterId, await ContactAsync(site.RecruiterId));
        Assert.Equal(new DateOnly(2026, 3, 6), (await InDatabaseAsync(db => db.Absences.SingleAsync(Stop))).To);
    }

    [Fact]
    public async Task An_absence_to_come_is_cancelled_and_nobody_ends_that_of_another()
    {
        var site = await this.SiteAsync();
        var deputy = await SomeoneAsync(Role.Dites32Recruiter);
        await SendAsync(site.Recruiter, new LeaveDeputy(deputy.AccountId, "2026-04-04", "2026-04-20"));
        var absence = Assert.Single((await SendAsync(site.Recruiter, new ListAbsences())).Value.Absences);

        await SendAsync(deputy, new EndAbsence(absence.Id));
        Assert.Single((await SendAsync(site.Recruiter, new ListAbsences())).Value.Absences);
        await SendAsync(site.Recruiter, new EndAbsence(absence.Id));

        Assert.Equal(0, await InDatabaseAsync(db => db.Absences.CountAsync(Stop)));
    }

    [Fact]
    public async Task Only_somebody_who_may_open_all_of_it_stands_in()
    {
        var (first, second) = (await this.SiteAsync(), await this.SiteAsync(name: "Autre site"));
        var everywhere = await SomeoneAsync(Role.SiteRecruiter);
        var mission = await SomeoneAsync(Role.Dites32Recruiter);
        await SomeoneAsync(Role.Candidate);
        await SaveAsync(
            SiteMembership.Of(first.RecruiterId, second.Site.Id, Clock.Now),
            SiteMembership.Of(everywhere.RequiredAccountId, first.Site.Id, Clock.Now),
            SiteMembership.Of(everywhere.RequiredAccountId, second.Site.Id, Clock.Now));

        async Task<HashSet<Guid>> DeputiesOfAsync(Actor actor) => [.. (await SendAsync(actor, new ListAbsences())).Value.Deputies.Select(d => d.Id)];

        Assert.Equal([everywhere.RequiredAccountId, mission.RequiredAccountId], await DeputiesOfAsync(first.Recruiter));
        Assert.Equal([mission.RequiredAccountId], await DeputiesOfAsync(await SomeoneAsync(Role.SiteRecruiter)));
        Assert.Empty(await DeputiesOfAsync(mission));
        Assert.Equal("DeputyId", Assert.Single((await SendAsync(first.Recruiter, new LeaveDeputy(second.RecruiterId, "2026-03-04", "2026-03-20"))).Error!.Fields!).Key);
    }

    [Theory]
    [InlineData("", "", "From To")]
    [InlineData("2026-03-10", "2026-03-09", "To")]
    [InlineData("2026-03-01", "2026-03-09", "From")]
    [InlineData("2026-03-25", "2026-03-30", "From")]
    [InlineData("2026-05-01", "2026-05-02", "DeputyId")]
    public async Task The_days_make_sense_and_overlap_no_other_absence(string from, string to, string fields)
    {
        var site = await this.SiteAsync();
        var (deputy, other) = (await SomeoneAsync(Role.Dites32Recruiter), await SomeoneAsync(Role.Dites32Recruiter));
        await SaveAsync(
            new Absence(site.RecruiterId, deputy.RequiredAccountId, new DateOnly(2026, 3, 20), new DateOnly(2026, 3, 26)),
            new Absence(deputy.RequiredAccountId, other.RequiredAccountId, new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 30)));

        var refused = await SendAsync(site.Recruiter, new LeaveDeputy(deputy.AccountId, from, to));

        Assert.Equal(fields.Split(' '), refused.Error!.Fields!.Keys);
    }

    [Fact]
    public async Task The_same_absence_sent_ten_times_at_once_is_one_and_nobody_is_told_of_an_error()
    {
        var site = await this.SiteAsync();
        var deputy = await SomeoneAsync(Role.Dites32Recruiter);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ =>
            SendAsync(site.Recruiter, new LeaveDeputy(deputy.AccountId, "2026-03-04", "2026-03-20"))));

        Assert.All(answers, a => Assert.Null(a.Error));
        Assert.Equal(1, await InDatabaseAsync(db => db.Absences.CountAsync(Stop)));
    }

    [Fact]
    public async Task Of_ten_absences_that_overlap_and_are_sent_at_once_one_is_kept_and_the_others_say_why()
    {
        var site = await this.SiteAsync();
        var deputy = await SomeoneAsync(Role.Dites32Recruiter);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i =>
            SendAsync(site.Recruiter, new LeaveDeputy(deputy.AccountId, $"2026-03-{4 + i:00}", $"2026-03-{16 + i:00}"))));

        Assert.Single(answers, a => a.Error is null);
        Assert.All(answers.Where(a => a.Error is not null), a => Assert.Equal("From", Assert.Single(a.Error!.Fields!).Key));
        Assert.Equal(1, await InDatabaseAsync(db => db.Absences.CountAsync(Stop)));
    }

    [Fact]
    public async Task The_database_itself_refuses_two_deputies_on_one_day_and_takes_absences_that_follow_each_other()
    {
        var site = await this.SiteAsync();
        var deputy = (await SomeoneAsync(Role.Dites32Recruiter)).RequiredAccountId;
        await SaveAsync(
            new Absence(site.RecruiterId, deputy, new DateOnly(2026, 3, 4), new DateOnly(2026, 3, 10)),
            new Absence(site.RecruiterId, deputy, new DateOnly(2026, 3, 11), new DateOnly(2026, 3, 20)));

        var refused = await Assert.ThrowsAsync<DbUpdateException>(() =>
            SaveAsync(new Absence(site.RecruiterId, deputy, new DateOnly(2026, 3, 20), new DateOnly(2026, 3, 21))));
        Assert.Equal("ex_absence_overlap", Assert.IsType<Npgsql.PostgresException>(refused.InnerException).ConstraintName);
    }

    private Task<Guid?> ContactAsync(Guid referent) => InDatabaseAsync(async db =>
        (Guid?)(await db.ContactOnAsync(referent, Clock.Today(), Stop)).AccountId);
}
