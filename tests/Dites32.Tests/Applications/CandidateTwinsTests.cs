using Dites32.Core.Applications;
using Dites32.Tests.Infrastructure;
using Dites32.Tests.Offers;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Applications;

public sealed class CandidateTwinsTests : PipelineTest
{
    [Fact]
    public async Task The_same_person_is_suggested_by_address_by_rpps_and_by_phone_with_a_similar_name()
    {
        var site = await this.SiteAsync();
        var first = await ApplyAsync(await this.OfferAsync(site), "Dr Alix Martin", "alix@exemple.fr", rpps: "10001234566");
        await ApplyAsync(await this.OfferAsync(site), "A. M.", "ALIX@exemple.fr", phone: "06 00 00 00 01");
        await ApplyAsync(await this.OfferAsync(site), "Inconnu", rpps: "10001234566", phone: "06 00 00 00 02");
        await ApplyAsync(await this.OfferAsync(site), "Alix Martín");
        await ApplyAsync(await this.OfferAsync(site), "Une autre du même cabinet");
        await ApplyAsync(await this.OfferAsync(), "Dr Alix Martin", "alix@exemple.fr");

        var twins = (await SendAsync(site.Recruiter, new GetTwins(await CandidateAsync(first)))).Value;

        Assert.Equal(["A. M.", "Alix Martín", "Inconnu"], twins.Suggested.Select(t => t.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Linked_rows_show_together_stay_as_they_were_and_come_apart_again()
    {
        var site = await this.SiteAsync();
        var (first, second, third) = (await ApplyAsync(await this.OfferAsync(site), "Un"), await ApplyAsync(await this.OfferAsync(site), "Deux"), await ApplyAsync(await this.OfferAsync(site), "Trois"));
        var (a, b, c) = (await CandidateAsync(first), await CandidateAsync(second), await CandidateAsync(third));

        Assert.Null((await SendAsync(site.Recruiter, new LinkCandidates(b, c))).Error);
        Assert.Null((await SendAsync(site.Recruiter, new LinkCandidates(c, a))).Error);
        Assert.Null((await SendAsync(site.Recruiter, new LinkCandidates(c, a))).Error);
        Assert.Equal(["Deux", "Trois"], (await SendAsync(site.Recruiter, new GetCard(first))).Value.Others.Select(o => o.Name).Order(StringComparer.Ordinal));
        Assert.Equal(1, await InDatabaseAsync(db => db.Candidates.Where(x => x.CanonicalId != null).Select(x => x.CanonicalId).Distinct().CountAsync(Stop)));

        Assert.Null((await SendAsync(site.Recruiter, new UnlinkCandidates(a))).Error);
        Assert.Empty((await SendAsync(site.Recruiter, new GetCard(first))).Value.Others);
        Assert.Equal("Trois", Assert.Single((await SendAsync(site.Recruiter, new GetCard(second))).Value.Others).Name);
        Assert.Null((await SendAsync(site.Recruiter, new UnlinkCandidates(c))).Error);
        Assert.Equal(0, await InDatabaseAsync(db => db.Candidates.CountAsync(x => x.CanonicalId != null, Stop)));
    }

    [Fact]
    public async Task A_recruiter_links_only_rows_they_manage()
    {
        var (site, other) = (await this.SiteAsync(), await this.SiteAsync());
        var (first, second) = (await CandidateAsync(await ApplyAsync(await this.OfferAsync(site))), await CandidateAsync(await ApplyAsync(await this.OfferAsync(site))));
        var foreign = await CandidateAsync(await ApplyAsync(await this.OfferAsync(other)));

        Assert.Equal("candidate.not-found", (await SendAsync(site.Recruiter, new LinkCandidates(first, foreign))).Error?.Code);
        Assert.Null((await SendAsync(await MissionAsync(), new LinkCandidates(first, foreign))).Error);
        Assert.Equal("candidate.not-all-yours", (await SendAsync(site.Recruiter, new LinkCandidates(first, second))).Error?.Code);
        Assert.Equal("candidate.not-all-yours", (await SendAsync(site.Recruiter, new UnlinkCandidates(first))).Error?.Code);
    }

    [Fact]
    public async Task People_are_found_by_name_address_number_and_words_within_what_one_manages()
    {
        var site = await this.SiteAsync();
        await ApplyAsync(await this.OfferAsync(site), "Dr Hélène Castéra", "helene@exemple.fr", "J'aime l'échographie.", "10001234566");
        await ApplyAsync(await this.OfferAsync(), "Dr Hélène Castéra");

        foreach (var words in new[] { "castera", "HELENE@exemple", "10001234566", "echographie helene" })
        {
            Assert.Equal("helene@exemple.fr", Assert.Single((await SendAsync(site.Recruiter, new SearchCandidates(words, 1))).Value.Items).Email);
        }

        Assert.Empty((await SendAsync(site.Recruiter, new SearchCandidates("100%", 1))).Value.Items);
        Assert.Equal(2, (await SendAsync(await MissionAsync(), new SearchCandidates("castéra", 1))).Value.Total);
        using var recruiter = App.ClientFor(site.Recruiter);
        Assert.Contains("Hélène", (await recruiter.GetPageAsync("/recruteur/candidats?q=casté&page=99999999999")).Text("table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_links_and_separates()
    {
        var site = await this.SiteAsync();
        var (first, second) = (await ApplyAsync(await this.OfferAsync(site), email: "alix@exemple.fr"), await ApplyAsync(await this.OfferAsync(site), email: "alix@exemple.fr"));
        var path = $"/recruteur/candidats/{await CandidateAsync(first)}/doublons";
        using var recruiter = App.ClientFor(site.Recruiter);

        var page = await recruiter.GetPageAsync(path);
        for (var click = 0; click < 2; click++)
        {
            var linked = await recruiter.SubmitAsync(page, path, $"rapprocher-{await CandidateAsync(second):N}");
            Assert.Equal(System.Net.HttpStatusCode.Redirect, linked.StatusCode);
        }

        Assert.Single((await SendAsync(site.Recruiter, new GetCard(first))).Value.Others);
        await recruiter.SubmitAsync(path, "separer");
        Assert.Empty((await SendAsync(site.Recruiter, new GetCard(first))).Value.Others);
    }

    private Task<Guid> CandidateAsync(Guid applicationId) =>
        InDatabaseAsync(db => db.Applications.Where(a => a.Id == applicationId).Select(a => a.CandidateId).SingleAsync(Stop));
}
