using Dites32.Core.Accounts;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Offers;

public sealed class HandOverTests : RecruitingTest
{
    [Fact]
    public async Task Offers_open_and_ended_get_a_new_contact_who_is_told_once()
    {
        var (admin, site) = (await SomeoneAsync(Role.Administrator), await this.SiteAsync());
        var (open, filled) = (await this.OfferAsync(site), await this.OfferAsync(site, new SampleOffer { Status = OfferStatus.Filled }));
        var colleague = await ColleagueAsync(site);

        Assert.Null((await SendAsync(admin, new HandOver(site.RecruiterId, colleague.AccountId))).Error);
        Assert.Null((await SendAsync(admin, new HandOver(site.RecruiterId, colleague.AccountId))).Error);

        foreach (var id in new[] { open.Id, filled.Id })
        {
            var offer = await OfferOfAsync(id);
            Assert.Equal(colleague.AccountId, offer.ReferentId);
            Assert.Single(offer.History, e => e.Kind == OfferEventKind.HandedOver && e.AuthorId == admin.AccountId);
        }

        var mail = Assert.Single(await MailsAsync("offer.handed-over"));
        Assert.Equal("Une offre vous est confiée", mail.Subject);
        Assert.Contains(open.Reference, mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(filled.Reference, mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_mission_and_recruiters_of_all_the_sites_may_take_over()
    {
        var (admin, first, second) = (await SomeoneAsync(Role.Administrator), await this.SiteAsync(), await this.SiteAsync(name: "Maison de santé du Lac"));
        await this.OfferAsync(first);
        await this.OfferAsync(second with { Recruiter = first.Recruiter });
        var (mission, ofOne, ofBoth) = (await SomeoneAsync(Role.Dites32Recruiter), await ColleagueAsync(first), await ColleagueAsync(first, second));
        var stranger = await SomeoneAsync(Role.SiteRecruiter);

        var sheet = (await SendAsync(admin, new GetHandOver(first.RecruiterId))).Value;

        Assert.Equal(2, sheet.Offers.Count);
        Assert.Equal(new[] { mission.RequiredAccountId, ofBoth.RequiredAccountId }.Order(), sheet.Colleagues.Select(c => c.Id).Order());
        foreach (var refused in new[] { ofOne.AccountId, stranger.AccountId, first.RecruiterId, Guid.NewGuid(), null })
        {
            Assert.Equal("ToId", Assert.Single((await SendAsync(admin, new HandOver(first.RecruiterId, refused))).Error!.Fields!).Key);
        }
    }

    [Fact]
    public async Task Those_who_counted_on_the_leaver_keep_a_deputy_and_nobody_stands_in_for_themselves()
    {
        var (admin, site) = (await SomeoneAsync(Role.Administrator), await this.SiteAsync());
        var (colleague, third) = (await ColleagueAsync(site), await ColleagueAsync(site));
        await SaveAsync(
            Away(site.RecruiterId, third.RequiredAccountId), Away(colleague.RequiredAccountId, site.RecruiterId),
            Away(third.RequiredAccountId, site.RecruiterId));
        await this.OfferAsync(site);

        Assert.Equal(3, (await SendAsync(admin, new GetHandOver(site.RecruiterId))).Value.AbsenceCount);
        Assert.Null((await SendAsync(admin, new HandOver(site.RecruiterId, colleague.AccountId))).Error);

        var left = Assert.Single(await InDatabaseAsync(db => db.Absences.ToListAsync(Stop)));
        Assert.Equal((third.AccountId, colleague.AccountId), (left.AccountId, left.DeputyId));
    }

    [Fact]
    public async Task A_closed_account_hands_over_too_and_takes_nothing_over()
    {
        var (admin, site) = (await SomeoneAsync(Role.Administrator), await this.SiteAsync());
        await this.OfferAsync(site);
        var (leaver, colleague) = (site.RecruiterId, await ColleagueAsync(site));
        await SendAsync(admin, new SetAccountOpen(leaver, IsOpen: false));
        var closed = await ColleagueAsync(site);
        await SendAsync(admin, new SetAccountOpen(closed.RequiredAccountId, IsOpen: false));

        Assert.Equal("invalid", (await SendAsync(admin, new HandOver(leaver, closed.AccountId))).Error?.Code);
        Assert.Null((await SendAsync(admin, new HandOver(leaver, colleague.AccountId))).Error);
    }

    [Fact]
    public async Task The_page_shows_what_there_is_and_says_when_there_is_nothing()
    {
        var (admin, site) = (await SomeoneAsync(Role.Administrator), await this.SiteAsync());
        var offer = await this.OfferAsync(site);
        var colleague = await ColleagueAsync(site);
        using var client = App.ClientFor(admin);
        var path = $"/administration/comptes/{site.RecruiterId}/transmettre";
        Assert.Contains(offer.Reference, (await client.GetPageAsync(path)).Text("main"), StringComparison.Ordinal);

        var refused = await (await client.SubmitAsync(path, "transmettre", ("Input.ToId", ""))).ReadPageAsync();
        Assert.NotNull(refused.QuerySelector("#ToId[aria-invalid]"));
        var done = await client.SubmitAsync(path, "transmettre", ("Input.ToId", colleague.RequiredAccountId.ToString()));

        Assert.EndsWith($"/administration/comptes/{site.RecruiterId}?fait=transmettre", done.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Rien à transmettre", (await client.GetPageAsync(path)).Text("main"), StringComparison.Ordinal);
    }

    private static Absence Away(Guid who, Guid deputy) => new(who, deputy, new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 8));

    private async Task<Actor> ColleagueAsync(params SampleSite[] sites)
    {
        var colleague = await SomeoneAsync(Role.SiteRecruiter);
        await SaveAsync([.. sites.Select(s => SiteMembership.Of(colleague.RequiredAccountId, s.Site.Id, Clock.Now))]);
        return colleague;
    }
}
