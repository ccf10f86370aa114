using System.Net;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;

namespace Dites32.Tests.Offers;

/// <summary>Two people who edit the same offer, and anonymity.</summary>
public sealed class EditOfferTests : RecruitingTest
{
    private const string Canary = "Zirkonville";

    [Fact]
    public async Task The_slower_of_two_learns_who_was_faster_and_keeps_the_text()
    {
        var site = await this.SiteAsync(recruiter: "Camille Rapide");
        var draft = await DraftAsync(site);
        var slow = App.ClientFor(await SomeoneAsync(Role.Dites32Recruiter));
        var url = $"/recruteur/offres/{draft}/modifier";
        var opened = await slow.GetPageAsync(url);
        Clock.Advance(TimeSpan.FromMinutes(5));
        await SendAsync(site.Recruiter, new EditOffer(draft, await VersionAsync(draft), Form(site, f => f.Title = "Le titre de Camille")));

        var refused = await slow.SubmitAsync(opened, url, "offre", ("Input.Title", "Mon titre"));
        var page = await refused.ReadPageAsync();

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Camille Rapide a modifié cette offre le 2 mars 2026 à 10 h 05", page.Body!.TextContent.PlainSpaces(), StringComparison.Ordinal);
        Assert.Contains("Le titre de Camille", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mon titre", page.QuerySelector("#Title")!.GetAttribute("value"));
        Assert.Equal("Le titre de Camille", (await OfferOfAsync(draft)).Title);

        var replaced = await slow.SubmitAsync(page, url, "offre");
        Assert.Equal(HttpStatusCode.Redirect, replaced.StatusCode);
        Assert.Equal("Mon titre", (await OfferOfAsync(draft)).Title);
    }

    [Fact]
    public async Task Of_two_edits_at_the_same_moment_one_is_kept_and_the_other_is_told()
    {
        var site = await this.SiteAsync();
        var mission = await SomeoneAsync(Role.Dites32Recruiter);
        var draft = await DraftAsync(site);
        var version = await VersionAsync(draft);

        var results = await Task.WhenAll(
            Task.Run(() => SendAsync(site.Recruiter, new EditOffer(draft, version, Form(site, f => f.Title = "Un")))),
            Task.Run(() => SendAsync(mission, new EditOffer(draft, version, Form(site, f => f.Title = "Deux")))));

        Assert.Single(results, r => r.Error is null);
        Assert.Equal("offer.changed-by", Assert.Single(results, r => r.Error is not null).Error!.Code);
    }

    [Fact]
    public async Task The_same_edit_sent_twice_is_a_success_and_one_line_of_history()
    {
        var site = await this.SiteAsync();
        var draft = await DraftAsync(site);
        var edit = new EditOffer(draft, await VersionAsync(draft), Form(site, f => f.Title = "Autre titre"));

        Assert.Null((await SendAsync(site.Recruiter, edit)).Error);
        Assert.Null((await SendAsync(site.Recruiter, edit)).Error);

        Assert.Equal("titre", Assert.Single((await OfferOfAsync(draft)).History, e => e.Kind == OfferEventKind.Edited).Note);
    }

    [Theory]
    [InlineData(OfferStatus.Filled)]
    [InlineData(OfferStatus.Withdrawn)]
    public async Task An_offer_that_has_ended_is_not_edited(OfferStatus status)
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site, new SampleOffer { Status = status });

        Assert.Equal("offer.ended", (await SendAsync(site.Recruiter, new EditOffer(offer.Id, await VersionAsync(offer.Id), Form(site)))).Error?.Code);
        Assert.Equal("offer.ended", (await SendAsync(site.Recruiter, new GetOfferForm(offer.Id))).Error?.Code);
    }

    [Fact]
    public async Task An_anonymous_offer_says_nowhere_where_it_is_until_the_anonymity_is_lifted()
    {
        var site = await this.SiteAsync(name: Canary, isTrusted: false);
        var mission = await SomeoneAsync(Role.Dites32Recruiter);
        void Hide(OfferForm form)
        {
            (form.Anonymous, form.Phone, form.Commune) = ("oui", "05 62 00 00 00", "Plaisance");
            form.Details = new() { ["working_time"] = "full", ["contract"] = "CDI", ["minutes_auch"] = "47", ["school"] = "École Canari" };
        }

        var draft = await DraftAsync(site, change: Hide);
        await PublishAsync(site.Recruiter, draft);
        await SendAsync(mission, new ApproveOffer(draft, await VersionAsync(draft)));
        var offer = await OfferOfAsync(draft);
        var sheet = await App.ClientFor(site.Recruiter).GetPageAsync($"/recruteur/offres/{draft}/apercu");
        var text = sheet.QuerySelector("main")!.TextContent;

        string[] secrets = [Canary, "zirkonville", "Plaisance", "plaisance", "05 62", "05\u00a062", "47", "Canari", "Camille Essai"];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        Assert.All(secrets.Take(4), secret => Assert.DoesNotContain(secret, $"{offer.Slug} {offer.SearchText}", StringComparison.Ordinal));
        var mails = (await MailsAsync("offer.to-moderate")).Concat(await MailsAsync("offer.approved")).ToList();
        Assert.Equal(2, mails.Count);
        Assert.All(mails, mail => Assert.All(secrets.Take(4), secret => Assert.DoesNotContain(secret, mail.Subject + mail.Body, StringComparison.Ordinal)));

        await SendAsync(site.Recruiter, new EditOffer(draft, await VersionAsync(draft), Form(site, f =>
        {
            Hide(f);
            f.Anonymous = "non";
        })));

        offer = await OfferOfAsync(draft);
        Assert.Equal("medecin-generaliste-plaisance", offer.Slug);
        Assert.Contains(Canary, offer.SearchText, StringComparison.Ordinal);
        Assert.Single(offer.History, e => e.Kind == OfferEventKind.AnonymityLifted);
    }

    [Fact]
    public async Task An_anonymous_offer_may_not_name_in_its_texts_what_it_hides()
    {
        var site = await this.SiteAsync(name: Canary);

        var refused = await WriteAsync(site, change: f =>
        {
            (f.Anonymous, f.Commune) = ("oui", "L'Isle-Jourdain");
            (f.Title, f.Description) = ("Médecin à l’Isle Jourdain", "Au centre ZIRKONVILLE, tout près.");
        });

        Assert.Equal(["Title", "Description"], refused.Error!.Fields!.Keys);
    }
}
