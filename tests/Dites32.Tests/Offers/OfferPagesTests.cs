using System.Net;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;

namespace Dites32.Tests.Offers;

/// <summary>The pages of the recruiter, used as a browser without JavaScript does.</summary>
public sealed class OfferPagesTests : RecruitingTest
{
    public static TheoryData<OfferKind> Kinds => [.. OfferKinds.All];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_kind_asks_for_its_own_fields_and_is_published_with_the_required_ones_only(OfferKind kind)
    {
        var site = await this.SiteAsync();
        var client = App.ClientFor(site.Recruiter);
        var url = $"/recruteur/offres/nouvelle?nature={kind}&site={site.Site.Id}";
        var page = await client.GetPageAsync(url);

        var asked = page.QuerySelectorAll("[name^='Input.Details[']").Select(e => e.GetAttribute("name")![14..^1]);
        Assert.Equal(OfferFields.Of(kind).Select(f => f.Code), asked);
        Assert.Equal(kind.IsForDoctors(), page.QuerySelector("#Specialty") is not null);
        Assert.Equal(kind.HasDateRanges() ? 8 : 0, page.QuerySelectorAll("[name$='].From']").Length);
        Assert.Null(page.QuerySelector("#CdgNumber"));

        var values = new List<(string, string?)> { ("Input.Title", "Un titre"), ("Input.Description", "Une présentation.") };
        values.AddRange(kind.IsForDoctors() ? [("Input.Specialty", "medecine-generale")] : []);
        values.AddRange(kind == OfferKind.OneOffReplacement ? [("Input.Ranges[0].From", "2026-04-01"), ("Input.Ranges[0].To", "2026-04-05")] : []);
        values.AddRange(OfferFields.Of(kind).Where(f => f.IsRequired(kind))
            .Select(f => ($"Input.Details[{f.Code}]", (string?)(f.Choices.Count > 0 ? f.Choices[0].Value : "Une réponse"))));
        var written = await client.SubmitAsync(page, url, "offre", [.. values]);
        Assert.True(written.StatusCode == HttpStatusCode.Redirect, (await written.ReadPageAsync()).Text(".error-summary"));
        var workspace = written.Headers.Location!.OriginalString;
        Assert.Equal(HttpStatusCode.Redirect, (await client.SubmitAsync(workspace, "publier")).StatusCode);

        var published = await client.GetPageAsync(workspace);
        Assert.Equal("En ligne", published.Text("#etat"));
        Assert.Equal("Un titre", (await client.GetPageAsync($"{workspace}/apercu")).Text("h1"));
    }

    [Fact]
    public async Task A_refused_form_keeps_all_that_was_typed()
    {
        var site = await this.SiteAsync(isPublic: true);
        var client = App.ClientFor(site.Recruiter);
        var url = $"/recruteur/offres/nouvelle?nature=HealthCentrePost&site={site.Site.Id}";

        var refused = await client.SubmitAsync(url, "offre", ("Input.Title", ""), ("Input.Description", "Mon long texte."), ("Input.Details[weekly_hours]", "douze"),
            ("Input.Details[contract]", "CDI"), ("Input.Details[car]", "oui"), ("Input.Anonymous", "oui"), ("Input.CdgNumber", "V032"), ("Input.Commune", "Nulle-Part"));
        var page = await refused.ReadPageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Écrivez un nombre", page.Text("#Details-weekly_hours-erreur-0"), StringComparison.Ordinal);
        Assert.Equal("douze", page.QuerySelector("#Details-weekly_hours")!.GetAttribute("value"));
        Assert.Equal("Mon long texte.", page.QuerySelector("#Description")!.TextContent);
        Assert.Equal("oui", page.QuerySelector("#Details-car option[selected]")!.GetAttribute("value"));
        Assert.Equal("Nulle-Part", page.QuerySelector("#Commune")!.GetAttribute("value"));
        Assert.Equal("V032", page.QuerySelector("#CdgNumber")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("input[name='Input.Anonymous'][value='oui'][checked]"));
    }

    [Fact]
    public async Task The_form_shows_what_was_saved_and_saving_it_unchanged_changes_nothing()
    {
        var site = await this.SiteAsync();
        var draft = await DraftAsync(site, OfferKind.RegularReplacement, f =>
        {
            f.Details = new() { ["weekdays"] = "mardi", ["half_days"] = "2,5", ["zone"] = "zip", ["zone_on"] = "2026-01-01" };
            f.Ranges = [new OfferFormRange { From = "2026-04-01", To = "2026-04-30" }];
        });

        var saved = await App.ClientFor(site.Recruiter).SubmitAsync($"/recruteur/offres/{draft}/modifier", "offre");

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Single((await OfferOfAsync(draft)).History);
    }

    [Fact]
    public async Task A_recruiter_without_site_or_offer_is_helped()
    {
        var client = App.ClientFor(await SomeoneAsync(Role.SiteRecruiter));

        Assert.Contains("mission Dites32", (await client.GetPageAsync("/recruteur/offres/nouvelle")).Text(".empty"), StringComparison.Ordinal);
        Assert.Contains("Écrire la première", (await client.GetPageAsync("/recruteur/offres")).Text(".empty"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copying_and_abandoning_are_done_by_buttons()
    {
        var site = await this.SiteAsync();
        var client = App.ClientFor(site.Recruiter);
        var offer = await this.OfferAsync(site);

        var copied = await client.SubmitAsync($"/recruteur/offres/{offer.Id}", "copier");
        var url = copied.Headers.Location!.OriginalString;
        await client.SubmitAsync(url, "abandonner");

        Assert.Equal("Retirée", (await client.GetPageAsync(url)).Text("#etat"));
        Assert.Null((await client.GetPageAsync($"/recruteur/offres/{offer.Id}")).QuerySelector("#abandonner"));
    }

    [Theory]
    [InlineData("/recruteur/offres?statut={0}&q={0}&page={0}")]
    [InlineData("/recruteur/offres/nouvelle?nature={0}&site={0}")]
    [InlineData("/recruteur/offres/nouvelle?nature=HospitalPost&site={0}")]
    [InlineData("/recruteur/offres/{0}")]
    [InlineData("/recruteur/offres/{0}/modifier")]
    [InlineData("/recruteur/moderation/{0}")]
    [InlineData("/recruteur/moderation?page={0}")]
    [InlineData("/recruteur/absence?q={0}")]
    public async Task Nothing_in_an_address_breaks_a_page(string url)
    {
        var client = App.ClientFor(await SomeoneAsync(Role.Dites32Recruiter));
        await this.OfferAsync();
        foreach (var hostile in new[] { "", "abc", "-1", "99999999999999999999", "2147483647", "%00", "%25_%5C", new string('x', 3000), "00000000-0000-0000-0000-000000000000" })
        {
            if (hostile == "%00" && !url.Contains('?', StringComparison.Ordinal))
            {
                continue; // the server itself refuses it in a path
            }

            var status = (int)(await client.GetAsync(string.Format(null, url, hostile), Stop)).StatusCode;
            Assert.True(status < 500, $"{url} with {hostile}: {status}");
        }
    }

    [Fact]
    public async Task Nothing_in_a_form_breaks_a_page()
    {
        var site = await this.SiteAsync();
        var client = App.ClientFor(site.Recruiter);
        var draft = await DraftAsync(site, OfferKind.OneOffReplacement);
        (string Url, string Form, string[] Fields)[] forms =
        [
            ($"/recruteur/offres/nouvelle?nature=OneOffReplacement&site={site.Site.Id}", "offre",
                ["SubmissionId", "Input.Title", "Input.Commune", "Input.ClosesOn", "Input.Ranges[0].From", "Input.Ranges[0].To", "Input.Ranges[999999].From", "Input.Ranges[-1].From",
                    "Input.Ranges[x].From", "Input.Details[retrocession]", "Input.Details[]", "Input.Details[zone_on]", "Input.Referent", "Input.Phone", "Input.Anonymous", "Input.Specialty"]),
            ($"/recruteur/offres/{draft}/modifier", "offre", ["Version", "Input.Title", "Input.StartsOn", "Input.CdgPublishedOn"]),
            ($"/recruteur/offres/{draft}/etapes", "etapes", ["Input.Stages[0].Id", "Input.Stages[0].AnswerDays", "Input.Stages[0].Label", "Input.Stages[0].Notifies", "Input.Stages[500].Id", "Input.NewCategory", "Input.NewLabel"]),
            ($"/recruteur/offres/{draft}/prolonger", "prolonger", ["Input.ClosesOn"]),
            ($"/recruteur/offres/{draft}", "publier", ["Version"]),
            ($"/recruteur/offres/{draft}", "copier", ["SubmissionId"]),
            ("/recruteur/absence", "absence", ["Input.From", "Input.To", "Input.DeputyId"]),
        ];
        await SomeoneAsync(Role.Dites32Recruiter); // somebody who can stand in
        await SendAsync(site.Recruiter, new EditOffer(draft, await VersionAsync(draft), Form(site, f => f.Ranges = [new OfferFormRange { From = "2026-04-01", To = "2026-04-02" }])));

        foreach (var (url, form, fields) in forms)
        {
            var page = await client.GetPageAsync(url);
            foreach (var field in fields)
            {
                foreach (var hostile in new[] { "", "abc", "-1", "99999999999999999999", "\0", "9999-12-31", "0001-01-01", "00000000-0000-0000-0000-000000000000", new string('é', 7000) })
                {
                    var status = (int)(await client.SubmitAsync(page, url, form, (field, hostile))).StatusCode;
                    Assert.True(status < 500, $"{url}, {field} = {hostile[..Math.Min(hostile.Length, 40)]}: {status}");
                }
            }
        }
    }
}
