using System.Net;
using Dites32.Core.Applications;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Tests.Infrastructure;
using Dites32.Tests.Offers;
using Microsoft.EntityFrameworkCore;

namespace Dites32.Tests.Applications;

/// <summary>The recruiter's pages, used without JavaScript.</summary>
public sealed class PipelinePagesTests : PipelineTest
{
    [Fact]
    public async Task The_card_says_what_is_declared_what_is_confirmed_and_what_is_not()
    {
        var site = await this.SiteAsync();
        var card = await ApplyAsync(await this.OfferAsync(site), "Dr Alix Martin", message: "Je peux venir <b>bientôt</b>.", rpps: "10001234567");
        using var recruiter = App.ClientFor(site.Recruiter);

        var page = await recruiter.GetPageAsync($"/recruteur/candidatures/{card}");

        Assert.Equal("Dr Alix Martin", page.Text("h1"));
        Assert.Contains("Adresse non confirmée", page.Text("aside"), StringComparison.Ordinal);
        Assert.Contains("RPPS non vérifié", page.Text("aside"), StringComparison.Ordinal);
        Assert.Contains("clé à vérifier", page.Text("aside"), StringComparison.Ordinal);
        Assert.Contains("Je peux venir <b>bientôt</b>.", page.Text("main"), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href='tel:0612345678']"));
        Assert.Contains("session", Assert.Single(page.Scripts).Source, StringComparison.Ordinal); // the warning before the session ends, and nothing else
    }

    [Fact]
    public async Task Another_sites_recruiter_and_the_applicant_themselves_find_nothing()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var card = await ApplyAsync(offer, email: site.RecruiterEmail);
        var other = await this.SiteAsync(name: "Maison de santé de Condom");

        foreach (var actor in new[] { site.Recruiter, other.Recruiter })
        {
            using var client = App.ClientFor(actor);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/recruteur/candidatures/{card}", Stop)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/recruteur/vivier", Stop)).StatusCode);
        }

        using var stranger = App.ClientFor(other.Recruiter);
        foreach (var path in new[] { "candidatures", "liste", "terminer", "urgence" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/recruteur/offres/{offer.Id}/{path}", Stop)).StatusCode);
        }
    }

    [Fact]
    public async Task A_move_shows_the_mail_that_waits_without_its_link_and_can_be_taken_back()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var card = await ApplyAsync(offer);
        var path = $"/recruteur/candidatures/{card}";
        using var recruiter = App.ClientFor(site.Recruiter);

        var moved = await recruiter.SubmitAsync(path, "deplacer", ("Input.ToStage", (await StageAsync(offer.Id, StageCategory.Interview)).ToString()));
        var page = await recruiter.GetPageAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        Assert.Contains("Le courriel part à 10 h 05", page.Text(".undo-bar"), StringComparison.Ordinal);
        Assert.Contains(offer.Title, page.Text(".mail-preview"), StringComparison.Ordinal);
        Assert.DoesNotContain("/suivi/", page.Text(".mail-preview"), StringComparison.Ordinal);

        for (var click = 0; click < 2; click++)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await recruiter.SubmitAsync(page, path, "annuler")).StatusCode);
            Assert.Equal(StageCategory.Received, (await StateAsync(card)).Category);
        }
    }

    [Fact]
    public async Task An_answer_is_read_again_before_it_goes_and_is_not_lost_when_somebody_was_faster()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var (card, second) = (await ApplyAsync(offer), await ApplyAsync(offer));
        var refused = await StageAsync(offer.Id, StageCategory.Refused);
        using var recruiter = App.ClientFor(site.Recruiter);
        async Task<AngleSharp.Html.Dom.IHtmlDocument> ReviewAsync(Guid id) => await (await recruiter.SubmitAsync(
            $"/recruteur/candidatures/{id}/repondre?etape={refused}", "repondre",
            ("Input.Reason", "DatesDiffer"), ("Input.Answer", "Mes mots à moi."), ("Input.Act", "review"))).ReadPageAsync();

        var review = await ReviewAsync(card);
        Assert.Contains("Mes mots à moi.", review.Text(".mail-preview"), StringComparison.Ordinal);
        Assert.Empty(await MailsAsync(card));
        for (var click = 0; click < 2; click++)
        {
            var sent = await recruiter.SubmitAsync(review, $"/recruteur/candidatures/{card}/repondre?etape={refused}", "repondre", ("Input.Act", "send"));
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        }

        Assert.Contains("Mes mots à moi.", BodyOf(Assert.Single(await MailsAsync(card))), StringComparison.Ordinal);

        review = await ReviewAsync(second);
        await MoveAsync(await MissionAsync(), second, StageCategory.Refused, RefusalReason.Other, "Non.");
        var late = await (await recruiter.SubmitAsync(review, $"/recruteur/candidatures/{second}/repondre?etape={refused}", "repondre", ("Input.Act", "send"))).ReadPageAsync();
        Assert.Contains("Mes mots à moi.", late.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Camille Essai a déplacé cette candidature", late.Body.TextContent, StringComparison.Ordinal);
        Assert.Single(await MailsAsync(second));
    }

    [Fact]
    public async Task Without_a_reason_the_form_says_so_and_an_untouched_text_follows_the_reason()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var card = await ApplyAsync(offer);
        var path = $"/recruteur/candidatures/{card}/repondre?etape={await StageAsync(offer.Id, StageCategory.Refused)}";
        using var recruiter = App.ClientFor(site.Recruiter);

        var missing = await recruiter.SubmitAsync(path, "repondre", ("Input.Act", "review"));
        var chosen = await recruiter.SubmitAsync(path, "repondre", ("Input.Reason", "SpecialtyDiffers"), ("Input.Act", "review"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing.StatusCode);
        Assert.Contains("Ce poste demande une autre spécialité", (await chosen.ReadPageAsync()).Text(".mail-preview"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_sent_twice_is_one_note()
    {
        var site = await this.SiteAsync(recruiter: "Dr Claire Dupouy");
        var card = await ApplyAsync(await this.OfferAsync(site));
        var path = $"/recruteur/candidatures/{card}";
        using var recruiter = App.ClientFor(site.Recruiter);
        var form = await recruiter.GetPageAsync(path);

        await recruiter.SubmitAsync(form, path, "noter", ("Input.Note", "Rappeler mardi."));
        await recruiter.SubmitAsync(form, path, "noter", ("Input.Note", "Rappeler mardi."));
        var empty = await recruiter.SubmitAsync(form, path, "noter", ("Input.Note", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Equal(1, await InDatabaseAsync(db => db.ApplicationNotes.CountAsync(Stop)));
        Assert.Contains("Dr Claire Dupouy", (await recruiter.GetPageAsync(path)).Text("#noter, article.note p"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_board_shows_columns_counts_and_only_the_moves_that_are_allowed()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        for (var i = 0; i < 22; i++)
        {
            await ApplyAsync(offer, $"Dr Numéro {i}");
        }

        using var recruiter = App.ClientFor(site.Recruiter);
        var page = await recruiter.GetPageAsync($"/recruteur/offres/{offer.Id}/candidatures");
        var columns = page.QuerySelectorAll(".board-column");

        Assert.Equal(12, columns.Length);
        Assert.Equal(20, columns[0].QuerySelectorAll(".board-card").Length);
        Assert.Contains("22", columns[0].QuerySelector(".count")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["Reçue", "À l'étude", "Présélection", "Entretien", "Visite", "Proposition", "Non retenue…", "Sans suite…"],
            columns[0].QuerySelector("select")!.QuerySelectorAll("option").Select(o => o.TextContent));
        Assert.NotNull(page.QuerySelector("#components-reconnect-modal"));
        Assert.DoesNotContain("style=", page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);

        var unfolded = await SendAsync(site.Recruiter, new GetBoard(offer.Id, new Dictionary<Guid, int> { [await StageAsync(offer.Id, StageCategory.Received)] = 40 }));
        Assert.Equal(22, unfolded.Value.Columns[0].Cards.DistinctBy(c => c.Id).Count());
    }

    [Fact]
    public async Task The_pool_is_a_board_of_the_mission()
    {
        await ApplyAsync(null, "Dr Spontané");
        using var mission = App.ClientFor(await MissionAsync());

        Assert.Contains("Dr Spontané", (await mission.GetPageAsync("/recruteur/vivier")).Text(".board"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Previous_and_next_follow_the_column()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var cards = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            cards.Add(await ApplyAsync(offer));
            Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var middle = (await SendAsync(site.Recruiter, new GetCard(cards[1]))).Value;
        var last = (await SendAsync(site.Recruiter, new GetCard(cards[2]))).Value;

        Assert.Equal((cards[0], cards[2]), (middle.Previous, middle.Next));
        Assert.Null(last.Next);
    }

    [Fact]
    public async Task In_the_list_each_ticked_row_has_its_own_result()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var (first, second) = (await ApplyAsync(offer, "Dr Un"), await ApplyAsync(offer, "Dr Deux"));
        var path = $"/recruteur/offres/{offer.Id}/liste";
        using var recruiter = App.ClientFor(site.Recruiter);
        var page = await recruiter.GetPageAsync(path);
        var tickets = page.QuerySelectorAll("input[name=lignes]").Select(i => ("lignes", i.GetAttribute("value"))).ToArray();
        await MoveAsync(await MissionAsync(), second, StageCategory.Visit);

        var answer = await (await recruiter.SubmitAsync(page, path, "lot",
            [.. tickets, ("Input.ToStage", (await StageAsync(offer.Id, StageCategory.InReview)).ToString())])).ReadPageAsync();

        Assert.Contains("Dr Un : déplacée", answer.Text(".notice"), StringComparison.Ordinal);
        Assert.Contains("Dr Deux : refusée : Camille Essai a déplacé cette candidature", answer.Text(".notice"), StringComparison.Ordinal);
        Assert.Equal((StageCategory.InReview, StageCategory.Visit), ((await StateAsync(first)).Category, (await StateAsync(second)).Category));
    }

    [Fact]
    public async Task Several_people_are_refused_with_one_text_that_was_read_again()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var (first, second) = (await ApplyAsync(offer), await ApplyAsync(offer));
        var path = $"/recruteur/offres/{offer.Id}/liste";
        using var recruiter = App.ClientFor(site.Recruiter);
        var page = await recruiter.GetPageAsync(path);
        var tickets = page.QuerySelectorAll("input[name=lignes]").Select(i => ("lignes", i.GetAttribute("value"))).ToArray();

        var write = await (await recruiter.SubmitAsync(page, path, "lot",
            [.. tickets, ("Input.ToStage", (await StageAsync(offer.Id, StageCategory.Refused)).ToString())])).ReadPageAsync();
        var review = await (await recruiter.SubmitAsync(write, path, "lot", ("Input.Reason", "OtherChosen"), ("Input.Act", "review"))).ReadPageAsync();
        Assert.Contains("Envoyer les 2 réponses", review.Text("main"), StringComparison.Ordinal);
        Assert.Empty(await MailsAsync(first));
        await recruiter.SubmitAsync(review, path, "lot", ("Input.Act", "send"));

        Assert.Single(await MailsAsync(first));
        Assert.Single(await MailsAsync(second));
        Assert.Equal(StageCategory.Refused, (await StateAsync(second)).Category);
    }

    [Fact]
    public async Task The_list_filters_by_words_stage_and_lateness_and_takes_any_parameter()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        await ApplyAsync(offer, "Dr Hélène Castéra");
        Clock.Advance(TimeSpan.FromDays(20));
        var second = await ApplyAsync(offer, "Dr Jean Dupont", message: "100 % disponible");
        await MoveAsync(site.Recruiter, second, StageCategory.Interview);
        using var recruiter = App.ClientFor(site.Recruiter);
        async Task<string> NamesAsync(string query) => string.Join(", ", (await recruiter.GetPageAsync($"/recruteur/offres/{offer.Id}/liste?{query}"))
            .QuerySelectorAll("tbody th a").Select(a => a.TextContent));

        Assert.Equal("Dr Hélène Castéra", await NamesAsync("q=helene+castera"));
        Assert.Equal("Dr Jean Dupont", await NamesAsync("q=100+%25"));
        Assert.Equal("Dr Jean Dupont", await NamesAsync($"etape={await StageAsync(offer.Id, StageCategory.Interview)}"));
        Assert.Equal("Dr Hélène Castéra", await NamesAsync("retard=1"));
        Assert.Equal("Dr Hélène Castéra, Dr Jean Dupont", await NamesAsync("tri=nom&page=-9999999999999&etape=x"));
    }

    [Fact]
    public async Task A_newcomer_is_welcomed_and_late_answers_come_first()
    {
        var site = await this.SiteAsync();
        using var recruiter = App.ClientFor(site.Recruiter);
        Assert.Contains("Bienvenue", (await recruiter.GetPageAsync("/recruteur")).Text(".empty"), StringComparison.Ordinal);

        await ApplyAsync(await this.OfferAsync(site, new SampleOffer { ClosesOn = new DateOnly(2026, 3, 20) }), "Dr Oublié");
        Clock.Advance(TimeSpan.FromDays(10));
        App.SignIn(recruiter, site.Recruiter);
        var page = await recruiter.GetPageAsync("/recruteur");

        Assert.Contains("Dr Oublié", page.Text("section"), StringComparison.Ordinal);
        Assert.Contains("En retard de 3", page.Text("section"), StringComparison.Ordinal);
        Assert.Contains("Expire bientôt", page.Text("table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_most_belated_answer_heads_the_home_before_everything_new()
    {
        var site = await this.SiteAsync();
        var offer = await this.OfferAsync(site);
        var oldest = await ApplyAsync(offer, "Dr Oublié");
        Clock.Advance(TimeSpan.FromDays(1));
        await ApplyAsync(offer, "Dr Attend");
        Clock.Advance(TimeSpan.FromDays(10));
        await ApplyAsync(offer, "Dr Nouveau");
        using var recruiter = App.ClientFor(site.Recruiter);

        var rows = (await recruiter.GetPageAsync("/recruteur")).QuerySelectorAll("main section li").ToList();

        Assert.Equal("Dr Oublié", rows[0].QuerySelector("a")!.TextContent);
        Assert.Equal("Dr Attend", rows[1].QuerySelector("a")!.TextContent);
        Assert.NotNull(rows[0].QuerySelector(".badge-late"));

        // Answered, it leaves the head of the page at once.
        await MoveAsync(site.Recruiter, oldest, StageCategory.Refused, RefusalReason.Other, "Merci à vous.");
        Assert.Equal("Dr Attend", (await recruiter.GetPageAsync("/recruteur")).QuerySelector("main section li a")!.TextContent);
    }

    [Fact]
    public async Task Documents_are_downloaded_by_whoever_manages_the_card_only()
    {
        var site = await this.SiteAsync();
        var card = await ApplyAsync(await this.OfferAsync(site));
        using var stranger = App.ClientFor((await this.SiteAsync()).Recruiter);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/recruteur/candidatures/{card}/documents/{Guid.NewGuid()}", Stop)).StatusCode);
        Assert.True((await SendAsync(site.Recruiter, new MayReadCard(card))).Value);
        Assert.False((await SendAsync((await this.SiteAsync()).Recruiter, new MayReadCard(card))).Value);
        Assert.Equal("forbidden", (await SendAsync(Actor.Anonymous, new MayReadCard(card))).Error?.Code);
    }
}
