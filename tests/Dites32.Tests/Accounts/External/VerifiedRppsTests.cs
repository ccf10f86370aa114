using Dites32.Core.Accounts;
using Dites32.Core.Accounts.External;
using Dites32.Core.Applications;
using Dites32.Core.Candidates;
using Dites32.Core.Shared;
using Dites32.Tests.Applications;
using Dites32.Tests.Infrastructure;
using Dites32.Tests.Offers;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Accounts.External;

/// <summary>What a recruiter reads beside an RPPS number.</summary>
public sealed class VerifiedRppsTests : RecruitingTest
{
    private const string Number = "10000000012";

    [Fact]
    public async Task A_confirmed_number_is_proposed_and_the_recruiter_sees_by_whom_it_was_confirmed()
    {
        var site = await this.SiteAsync();
        var doctor = await DoctorAsync(Number);

        var (card, proposed) = await ApplyAsync(site, doctor, null);

        Assert.Equal(Number, proposed);
        Assert.Equal((Number, RppsSource.ProSanteConnect, Clock.Now), (card.Person.Rpps, card.Person.RppsVerifiedBy, card.Person.RppsVerifiedAt));
        var page = (await App.ClientFor(site.Recruiter).GetPageAsync($"/recruteur/candidatures/{card.Id}")).Text(".contact-card");
        Assert.Contains("RPPS vérifié par Pro Santé Connect le 2 mars 2026", page.PlainSpaces(), StringComparison.Ordinal);
        Assert.DoesNotContain("non vérifié", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Number, "10000000020")] // another number than one's own
    [InlineData(null, Number)] // nobody has confirmed anything
    public async Task A_number_that_was_only_typed_is_said_not_to_be_verified(string? confirmed, string typed)
    {
        var site = await this.SiteAsync();

        var (card, _) = await ApplyAsync(site, await DoctorAsync(confirmed), typed);

        Assert.Equal((typed, null), (card.Person.Rpps, card.Person.RppsVerifiedBy));
        var page = (await App.ClientFor(site.Recruiter).GetPageAsync($"/recruteur/candidatures/{card.Id}")).Text(".contact-card");
        Assert.Contains("RPPS non vérifié", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_number_sent_by_a_visitor_is_not_verified()
    {
        var site = await this.SiteAsync();
        await DoctorAsync(Number);

        var application = await this.ApplyAsync(await this.OfferAsync(site), rpps: Number);

        Assert.Null((await SendAsync(site.Recruiter, new GetCard(application.Id))).Value.Person.RppsVerifiedBy);
    }

    /// <summary>Somebody whose account a service has named, with this number or without.</summary>
    private async Task<Actor> DoctorAsync(string? rpps)
    {
        var doctor = await SomeoneAsync(Role.Candidate);
        Assert.Null((await SendAsync(doctor, new AddExternalLogin(new ExternalIdentity("Pro Santé Connect", "https://psc.example", "claire") { Rpps = rpps }))).Error);
        return doctor;
    }

    private async Task<(Card Card, string? Proposed)> ApplyAsync(SampleSite site, Actor doctor, string? typed)
    {
        var offer = await this.OfferAsync(site);
        var started = (await SendAsync(doctor, new StartApplication(Guid.NewGuid(), offer.Number, "Claire Dupouy", "claire@example.org", "06 12 34 56 78", false))).Value;
        var holder = doctor.Holding([started.LinkId]);
        var proposed = (await SendAsync(holder, new GetDraft(started.DraftId))).Value.Rpps;
        await SendAsync(holder, new WriteDraft(started.DraftId, CandidateStatus.Locum, typed ?? proposed ?? "", "medecine-generale", "Je suis libre en juillet.", "", "", "", false));
        Assert.Null((await SendAsync(holder, new SubmitApplication(started.DraftId))).Error);
        var id = await InDatabaseAsync(db => db.Applications.Where(a => a.SubmissionId == started.DraftId).Select(a => a.Id).SingleAsync(Stop));
        return ((await SendAsync(site.Recruiter, new GetCard(id))).Value, proposed);
    }
}
