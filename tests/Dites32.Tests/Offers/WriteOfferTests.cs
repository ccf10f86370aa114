using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Offers;

public sealed class WriteOfferTests : RecruitingTest
{
    [Fact]
    public async Task The_same_form_sent_twice_gives_one_draft_and_nobody_else_learns_of_it()
    {
        var site = await this.SiteAsync();
        var command = new WriteOffer(Guid.NewGuid(), OfferKind.HealthCentrePost, site.Site.Id, Form(site));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SendAsync(site.Recruiter, command))));
        var byAnother = await SendAsync(await SomeoneAsync(Role.Administrator), command);

        Assert.Single(answers.Select(a => a.Value).Distinct());
        Assert.Equal("offer.not-found", byAnother.Error?.Code);
        Assert.Equal(1, await InDatabaseAsync(db => db.Offers.CountAsync(Stop)));
    }

    [Fact]
    public async Task A_draft_may_lack_what_publishing_asks_for_and_says_what()
    {
        var site = await this.SiteAsync();
        var draft = await DraftAsync(site, change: f => (f.Description, f.Details) = ("", []));

        var refused = await PublishAsync(site.Recruiter, draft);

        Assert.Equal("offer.incomplete", refused.Error?.Code);
        Assert.Equal(["Description", "Details[contract]", "Details[working_time]"], refused.Error!.Fields!.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(OfferStatus.Draft, (await OfferOfAsync(draft)).Status);
    }

    [Fact]
    public async Task An_offer_on_line_may_not_lose_what_publishing_asks_for()
    {
        var site = await this.SiteAsync();
        var draft = await DraftAsync(site);
        await PublishAsync(site.Recruiter, draft);

        var edited = await SendAsync(site.Recruiter, new EditOffer(draft, await VersionAsync(draft), Form(site, f => f.Details["contract"] = "")));

        Assert.Equal("invalid", edited.Error?.Code);
        Assert.Equal("Details[contract]", Assert.Single(edited.Error!.Fields!).Key);
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_one_round_beside_each_field()
    {
        var site = await this.SiteAsync();

        var refused = await WriteAsync(site, change: f =>
        {
            (f.Title, f.Specialty, f.Commune, f.ClosesOn) = ("", "chirurgie-de-la-lune", "Toulouse", "2031-01-01");
            (f.StartsOn, f.Phone, f.Referent) = ("31/02/2026", "abc", Guid.NewGuid().ToString());
            f.Details = new() { ["weekly_hours"] = "trente-cinq", ["working_time"] = "jamais", ["pay_min"] = "50 000", ["pay_max"] = "40 000", ["zone"] = "zip", ["car"] = "peut-être" };
        });

        Assert.Equal(
            ["ClosesOn", "Commune", "Details[car]", "Details[pay_max]", "Details[weekly_hours]", "Details[working_time]", "Details[zone_on]", "Phone", "Referent", "Specialty", "StartsOn", "Title"],
            refused.Error!.Fields!.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Answers_are_kept_in_the_invariant_form_and_those_of_other_kinds_are_ignored()
    {
        var site = await this.SiteAsync();

        var offer = await OfferOfAsync(await DraftAsync(site, change: f =>
        {
            f.Details = new() { ["weekly_hours"] = "37,5", ["pay_min"] = "60 000 €", ["retrocession"] = "80", ["price"] = "100000", ["unknown"] = "x" };
            f.Ranges = [new OfferFormRange { From = "2026-04-01", To = "2026-04-02" }];
            (f.CdgNumber, f.CdgPublishedOn) = ("V32", "2026-01-05");
        }));

        Assert.Equal([("pay_min", "60000"), ("weekly_hours", "37.5")], offer.Details.OrderBy(d => d.Key).Select(d => (d.Key, d.Value)));
        Assert.Empty(offer.Ranges);
        Assert.Null(offer.CdgNumber); // the employer is no public one
    }

    [Theory]
    [InlineData("2026-04-10/2026-04-12 2026-04-01/2026-04-03 /", null)]
    [InlineData("2026-04-10/", "Ranges[0].To")]
    [InlineData("/2026-04-10", "Ranges[0].From")]
    [InlineData("2026-04-10/2026-04-09", "Ranges[0].To")]
    [InlineData("2026-04-10/2026-04-12 2026-04-12/2026-04-13", "Ranges[1].From")]
    [InlineData("9999-12-30/9999-12-31", "Ranges[0].From Ranges[0].To")]
    [InlineData("0001-01-01/0001-01-02", "Ranges[0].From Ranges[0].To")]
    public async Task The_dates_of_a_replacement_are_in_order_and_apart(string typed, string? fields)
    {
        var site = await this.SiteAsync();
        var written = await WriteAsync(site, OfferKind.OneOffReplacement, f =>
        {
            f.ClosesOn = "";
            f.Ranges = [.. typed.Split(' ').Select(r => r.Split('/')).Select(r => new OfferFormRange { From = r[0], To = r[1] })];
        });

        if (fields is not null)
        {
            Assert.Equal(fields.Split(' '), written.Error!.Fields!.Keys);
            return;
        }

        var offer = await OfferOfAsync(written.Value);
        Assert.Equal([new DateOnly(2026, 4, 1), new DateOnly(2026, 4, 10)], offer.Ranges.Select(r => r.From));
        Assert.Equal(new DateOnly(2026, 4, 1), offer.StartsOn);
        Assert.Equal(new DateOnly(2026, 4, 13), offer.ClosesOn); // the day after the last one
    }

    [Theory]
    [InlineData("", "ClosesOn")]
    [InlineData("2026-03-01", "ClosesOn")]
    [InlineData("2026-03-02", null)]
    [InlineData("2027-03-03", null)]
    [InlineData("2027-03-04", "ClosesOn")]
    [InlineData("9999-12-31", "ClosesOn")]
    [InlineData("0001-01-01", "ClosesOn")]
    public async Task The_closing_day_is_within_a_year(string typed, string? field)
    {
        var written = await WriteAsync(await this.SiteAsync(), change: f => f.ClosesOn = typed);

        Assert.Equal(field, written.Error?.Fields?.Keys.Single());
    }

    [Fact]
    public async Task A_closing_day_that_has_passed_since_does_not_block_an_edit()
    {
        var site = await this.SiteAsync();
        var draft = await DraftAsync(site);
        Clock.Advance(TimeSpan.FromDays(90));

        var edited = await SendAsync(site.Recruiter, new EditOffer(draft, await VersionAsync(draft), Form(site, f => f.Title = "Autre titre")));

        Assert.Null(edited.Error);
    }

    [Fact]
    public async Task A_public_employer_publishes_a_post_with_its_declaration_only()
    {
        var site = await this.SiteAsync(isPublic: true);
        var draft = await DraftAsync(site);

        var refused = await PublishAsync(site.Recruiter, draft);
        Assert.Equal(["CdgNumber", "CdgPublishedOn"], refused.Error!.Fields!.Keys);
        await SendAsync(site.Recruiter, new EditOffer(draft, await VersionAsync(draft), Form(site, f => (f.CdgNumber, f.CdgPublishedOn) = ("V032260300001", "2026-02-20"))));

        Assert.Equal(OfferStatus.Published, (await PublishAsync(site.Recruiter, draft)).Value);
    }

    [Fact]
    public async Task A_public_employer_needs_no_declaration_for_a_replacement()
    {
        var site = await this.SiteAsync(isPublic: true);
        var draft = await DraftAsync(site, OfferKind.OneOffReplacement, f => f.Ranges = [new OfferFormRange { From = "2026-04-01", To = "2026-04-02" }]);

        Assert.Equal(OfferStatus.Published, (await PublishAsync(site.Recruiter, draft)).Value);
    }

    [Fact]
    public async Task A_closed_site_recruits_nobody()
    {
        var site = await this.SiteAsync();
        await InDatabaseAsync(async db =>
        {
            (await db.Sites.SingleAsync(s => s.Id == site.Site.Id, Stop)).MoveTo(SiteStatus.Closed);
            return await db.SaveChangesAsync(Stop);
        });

        Assert.Equal("offer.site-closed", (await WriteAsync(site)).Error?.Code);
    }
}
