using Dites32.Core.Applications;
using Dites32.Core.Candidates;
using Dites32.Core.Shared;
using Dites32.Tests.Applications;
using Dites32.Tests.Infrastructure;
using Dites32.Tests.Offers;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Privacy;

/// <summary>Nobody is in the pool who has not said so, and whoever said so takes it back as easily.</summary>
public sealed class PoolConsentTests : WebTest
{
    private const string Address = "nadia@canari.example";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_box_is_not_ticked_beforehand_and_what_was_agreed_to_is_kept_with_its_words_and_its_day()
    {
        var offer = await this.OfferAsync();
        var (draftId, holder) = await this.DraftAsync(offer, Address);
        var (link, secret) = PersonalLink.ToDraft(draftId, mailed: true, Clock.Now);
        await SaveAsync(link);
        using var client = Visitor();
        using var opened = await client.GetAsync($"/reprendre/{secret}", Stop);
        var page = await client.GetPageAsync($"/candidater/{draftId}/envoi");
        Assert.False(page.QuerySelector("input[name='Input.JoinsPool']")!.HasAttribute("checked"));
        Assert.Contains(PoolConsent.Text, page.Text("#envoyer"), StringComparison.Ordinal);

        using var sent = await client.SubmitAsync(page, $"/candidater/{draftId}/envoi", "envoyer", ("Input.JoinsPool", "true"));
        var silent = await this.ApplyAsync(offer, "autre@example.org");

        var application = await InDatabaseAsync(db => db.Applications.AsNoTracking().SingleAsync(a => a.SubmissionId == draftId, Stop));
        Assert.Equal((Clock.Now, PoolConsent.TextVersion, null, NoticeVersion.Current),
            (application.PoolJoinedAt, application.PoolTextVersion, application.PoolLeftAt, application.NoticeVersion));
        Assert.Equal((null, NoticeVersion.Current), (silent.PoolJoinedAt, silent.NoticeVersion));
        Assert.Null((await SendAsync(holder, new SubmitApplication(draftId))).Error); // a repeat changes nothing
    }

    [Fact]
    public async Task From_the_follow_up_page_the_agreement_is_taken_back_in_two_clicks_and_may_be_given_again()
    {
        var application = await this.ApplyAsync(await this.OfferAsync(), Address);
        var (link, secret) = PersonalLink.ToApplication(application.Id, Clock.Now);
        await SaveAsync(link);
        using var client = Visitor();
        using var opened = await client.GetAsync($"/suivi/{secret}", Stop);
        var path = $"/suivi/candidature/{application.Id}/mes-donnees";

        using var joined = await client.SubmitAsync(path, "vivier", ("Input.Joins", "1"));
        Assert.Contains("Retirer mon accord", (await client.GetPageAsync(path)).Text("#vivier"), StringComparison.Ordinal);
        using var left = await client.SubmitAsync(path, "vivier", ("Input.Joins", "0"));
        Assert.Contains("J'accepte", (await client.GetPageAsync(path)).Text("#vivier"), StringComparison.Ordinal);

        Assert.Equal([ApplicationEventKind.Submitted, ApplicationEventKind.PoolJoined, ApplicationEventKind.PoolLeft],
            await InDatabaseAsync(db => db.ApplicationEvents.Where(e => e.ApplicationId == application.Id).OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync(Stop)));
    }

    [Fact]
    public async Task From_an_account_the_agreement_is_taken_back_for_all_its_applications_and_no_others()
    {
        var person = await WholePerson.CreateAsync(this, Address, Documents.SampleFiles.Pdf());
        var other = await this.ApplyAsync(await this.OfferAsync(), "autre@example.org");
        foreach (var id in new[] { person.ApplicationId, person.RefusedId, other.Id })
        {
            Assert.Null((await SendAsync(await this.HolderAsync(id), new ChoosePool(id, Joins: true))).Error);
        }

        Assert.Equal(2, (await SendAsync(person.Account, new CountMyPool())).Value);
        using var client = App.ClientFor(person.Account);
        using var left = await client.SubmitAsync("/mes-donnees", "vivier");

        Assert.Equal(0, (await SendAsync(person.Account, new CountMyPool())).Value);
        Assert.Equal([other.Id], await InDatabaseAsync(db => db.Applications.Where(a => a.PoolJoinedAt != null && a.PoolLeftAt == null).Select(a => a.Id).ToListAsync(Stop)));
        Assert.Null((await client.GetPageAsync("/mes-donnees")).QuerySelector("#vivier"));
    }

    [Fact]
    public async Task Recruiters_see_who_agreed_and_nobody_chooses_for_somebody_else()
    {
        var site = await this.SiteAsync();
        var application = await this.ApplyAsync(await this.OfferAsync(site), Address);
        Assert.Null((await SendAsync(site.Recruiter, new GetCard(application.Id))).Value.InPoolSince);
        var holder = await this.HolderAsync(application.Id);
        var stranger = await this.HolderAsync((await this.ApplyAsync(await this.OfferAsync(), "autre@example.org")).Id);

        Assert.Equal("application.not-found", (await SendAsync(stranger, new ChoosePool(application.Id, Joins: true))).Error?.Code);
        Assert.Equal("application.not-found", (await SendAsync(site.Recruiter, new ChoosePool(application.Id, Joins: true))).Error?.Code);
        Assert.Equal("forbidden", (await SendAsync(Actor.Anonymous, new LeaveMyPool())).Error?.Code);
        Assert.Equal("forbidden", (await SendAsync(holder, new CountMyPool())).Error?.Code);
        await SendAsync(holder, new ChoosePool(application.Id, Joins: true));

        Assert.Equal(Clock.Now, (await SendAsync(site.Recruiter, new GetCard(application.Id))).Value.InPoolSince);
        using var client = App.ClientFor(site.Recruiter);
        Assert.Contains("accepte d'être recontactée", (await client.GetPageAsync($"/recruteur/candidatures/{application.Id}")).Text("main"), StringComparison.Ordinal);
    }
}
