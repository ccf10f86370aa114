using System.Net;
using Dites32.Core.Offers;
using Dites32.Tests.Applications;
using Dites32.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Offers;

public sealed class ArrangeStagesTests : RecruitingTest
{
    [Fact]
    public async Task A_stage_is_renamed_added_between_and_removed_again()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var client = App.ClientFor(site.Recruiter);
        var url = $"/recruteur/offres/{offer.Id}/etapes";

        await client.SubmitAsync(url, "etapes", ("Input.Stages[0].Label", "À lire"), ("Input.Stages[0].AnswerDays", "3"),
            ("Input.NewLabel", "Second entretien"), ("Input.NewCategory", "Interview"));
        var stages = (await OfferOfAsync(offer.Id)).Stages.OrderBy(s => s.Position).ToList();
        Assert.Equal(["À lire", "À l'étude", "Présélection", "Entretien", "Second entretien", "Visite"], stages.Take(6).Select(s => s.Label));
        Assert.Equal(Enumerable.Range(0, 13), stages.Select(s => s.Position));
        Assert.Equal(3, stages[0].AnswerDays);
        Assert.Equal(StageCategory.Interview, stages[4].Category);
        Assert.Equal(stages[3].NotifiesCandidate, StageTemplate.Usual[3].NotifiesCandidate);

        Assert.Equal(HttpStatusCode.Redirect, (await client.SubmitAsync(url, "etapes", ("Input.Stages[4].Label", ""))).StatusCode);
        var left = await OfferOfAsync(offer.Id);
        Assert.Equal(12, left.Stages.Count);
        Assert.Equal(2, left.History.Count(e => e.Kind == OfferEventKind.StagesChanged));
    }

    [Fact]
    public async Task The_only_stage_of_a_category_stays_and_what_was_typed_too()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);

        var refused = await App.ClientFor(site.Recruiter).SubmitAsync($"/recruteur/offres/{offer.Id}/etapes", "etapes",
            ("Input.Stages[1].Label", ""), ("Input.Stages[2].AnswerDays", "0"), ("Input.Stages[3].Label", "Échange"), ("Input.NewLabel", "Autre"), ("Input.NewCategory", "Received"));
        var page = await refused.ReadPageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(3, page.QuerySelectorAll(".error-summary li").Length);
        Assert.Equal("Échange", page.QuerySelector("#Stages-3-Label")!.GetAttribute("value"));
        Assert.Equal("Entretien", (await OfferOfAsync(offer.Id)).Stages.Single(s => s.Category == StageCategory.Interview).Label);
    }

    [Fact]
    public async Task A_form_drawn_before_a_colleague_changed_the_stages_is_refused()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var client = App.ClientFor(site.Recruiter);
        var url = $"/recruteur/offres/{offer.Id}/etapes";
        var old = await client.GetPageAsync(url);
        await client.SubmitAsync(url, "etapes", ("Input.NewLabel", "Second entretien"), ("Input.NewCategory", "Interview"));

        Assert.Equal(HttpStatusCode.Conflict, (await client.SubmitAsync(old, url, "etapes")).StatusCode);
    }

    [Fact]
    public async Task A_stage_that_holds_applications_is_not_removed()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var client = App.ClientFor(site.Recruiter);
        var url = $"/recruteur/offres/{offer.Id}/etapes";
        await client.SubmitAsync(url, "etapes", ("Input.NewLabel", "Second entretien"), ("Input.NewCategory", "Interview"));
        var application = await this.ApplyAsync(offer);
        var added = (await OfferOfAsync(offer.Id)).Stages.Single(s => s.Label == "Second entretien");
        await InDatabaseAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE application SET stage_id = {added.Id}, category = 'Interview' WHERE id = {application.Id}", Stop));

        var refused = await client.SubmitAsync(url, "etapes", ("Input.Stages[4].Label", ""));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("contient des candidatures", (await refused.ReadPageAsync()).Text(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(13, (await OfferOfAsync(offer.Id)).Stages.Count);
    }
}
