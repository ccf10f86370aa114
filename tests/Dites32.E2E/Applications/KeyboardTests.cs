using System.Globalization;
using Dites32.Core.Offers;
using Dites32.Core.Shared;
using Dites32.Core.Territory;
using Dites32.E2E.Routes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Dites32.E2E.Applications;

/// <summary>The work of a recruiter, from the offer to its end, without a mouse.</summary>
[Collection(KeyboardPortal.Name)]
public sealed class KeyboardTests(Portal portal, Chromium chromium, KnownRows rows) : BrowserTest(portal, chromium), IClassFixture<KnownRows>
{
    public static TheoryData<Reader> Staff => [Reader.Recruiter, Reader.Mission, Reader.Administrator, Reader.Caseworker, Reader.Coordinator];

    [Theory, MemberData(nameof(Staff)), Trait("Category", "Long")]
    public async Task Every_page_of_the_workspace_is_gone_through_with_tab_and_left(Reader reader)
    {
        var page = await SignedInAsync(reader switch
        {
            Reader.Recruiter => Role.SiteRecruiter,
            Reader.Mission => Role.Dites32Recruiter,
            Reader.Caseworker => Role.SpouseCaseworker,
            Reader.Coordinator => Role.InternshipCoordinator,
            _ => Role.Administrator,
        });
        foreach (var visit in Visit.All.Where(v => v.Reader == reader))
        {
            await page.GotoAsync(rows.Fill(visit.Path));
            if (visit.Template.EndsWith("/candidatures", StringComparison.Ordinal) || visit.Template == "/recruteur/vivier")
            {
                await new RecruiterBoard(page).IsAliveAsync(); // until then its controls are replaced
            }

            await page.WalkAsync();
        }
    }

    [Fact]
    public async Task Help_site_plan_and_statements_are_reached_from_the_foot_of_a_page_and_read()
    {
        var page = await SomebodyAsync();
        foreach (var (link, path) in new[]
        {
            ("Aide et contact", "/aide"), ("Plan du site", "/plan-du-site"), ("Accessibilité", "/accessibilite"), ("Mentions légales et sources", "/mentions-legales"),
        })
        {
            await page.GotoAsync("/candidature-spontanee");
            await page.TabToAsync(page.GetByRole(AriaRole.Contentinfo).GetByRole(AriaRole.Link, new() { Name = link }));
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page).ToHaveURLAsync($"{Portal.Address}{path}"); // asks again and again: a wait for the navigation itself may miss it
            await page.WalkAsync();
        }
    }

    [Fact]
    public async Task An_offer_is_chosen_written_read_again_submitted_and_put_on_line()
    {
        var site = await UntrustedSiteAsync();
        var title = $"Assistanat au clavier {Guid.NewGuid():N}";
        var page = await SignedInAsync(Role.SiteRecruiter);
        await page.GotoAsync("/recruteur/offres");
        await page.OpenLinkAsync("Nouvelle offre");
        await page.ChooseAtAsync("Nature de l'offre", "Assistanat");
        await page.ChooseAtAsync("Structure", site);
        await page.PressButtonAsync("Continuer");

        await page.PressButtonAsync("Enregistrer le brouillon");
        await page.FollowErrorToAsync(page.GetByLabel("Titre"));
        await page.TypeAtAsync("Titre", title);
        await page.ChooseAtAsync("Spécialité", "Médecine générale");
        await page.TypeAtAsync("Commune", "Samatan (32130)");
        await page.TypeAtAsync("Présentation", "Un cabinet de groupe, sans souris.");
        await page.TabToAsync(page.Labelled("Début souhaité"));
        await page.Keyboard.TypeAsync(SameInEveryOrder().ToString("ddMMyyyy", CultureInfo.InvariantCulture));
        await Assertions.Expect(page.Labelled("Début souhaité")).ToHaveValueAsync(SameInEveryOrder().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.TabToAsync(page.GetByRole(AriaRole.Radio).First);
        await page.PressButtonAsync("Enregistrer le brouillon");

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(title);
        await page.OpenLinkAsync("Aperçu");
        await Assertions.Expect(page.GetByText("voici exactement ce que lit le public")).ToBeVisibleAsync();
        await page.OpenLinkAsync("Retour à l'offre");
        await page.PressButtonAsync("Soumettre à la mission");
        await Assertions.Expect(page.Locator("#etat")).ToHaveTextAsync("En attente de la mission Dites32");

        var mission = await SignedInAsync(Role.Dites32Recruiter);
        await mission.GotoAsync("/recruteur/moderation");
        await mission.OpenLinkAsync(title);
        await mission.PressButtonAsync("Renvoyer");
        await mission.FollowErrorToAsync(mission.GetByLabel("Ou renvoyer à l'auteur, avec ce message"));
        await mission.TabToAsync(mission.GetByRole(AriaRole.Button, new() { Name = "Mettre en ligne" }), "Shift+Tab");
        await mission.Keyboard.PressAsync("Enter");
        await Assertions.Expect(mission.Locator("h1")).ToHaveTextAsync("Offres à valider");
        Assert.Equal(OfferStatus.Published, await Portal.InDatabaseAsync(db => db.Offers.Where(o => o.Title == title).Select(o => o.Status).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task A_question_is_answered()
    {
        var offer = await Portal.FreshOfferAsync($"Offre à question {Guid.NewGuid():N}");
        var name = $"Alix {Guid.NewGuid():N}";
        await Portal.InDatabaseAsync(db =>
        {
            db.Add(OfferQuestion.Ask(Guid.NewGuid(), offer.Id, name, "alix@example.org", "Y a-t-il un jardin ?", DateTimeOffset.UtcNow));
            return db.SaveChangesAsync(Cancellation);
        });
        var page = await SignedInAsync(Role.SiteRecruiter);
        await page.GotoAsync("/recruteur/questions");
        await page.OpenLinkAsync(name);
        await page.PressButtonAsync("Envoyer la réponse");
        await page.FollowErrorToAsync(page.GetByLabel("Réponse"));
        await page.TypeAtAsync("Réponse", "Oui, et un potager.");
        await page.PressButtonAsync("Envoyer la réponse");
        await Assertions.Expect(page.GetByText("Cette réponse est partie par courriel")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_application_is_refused_from_its_card_with_an_answer()
    {
        var offer = await Portal.FreshOfferAsync($"Offre à réponse {Guid.NewGuid():N}", "Karine Sans-Souris");
        var page = await SignedInAsync(Role.SiteRecruiter);
        await page.GotoAsync($"/recruteur/offres/{offer.Id}/liste");
        await page.OpenLinkAsync("Karine Sans-Souris");
        await page.PressButtonAsync("Déplacer");
        await page.FollowErrorToAsync(page.GetByLabel("Passer à l'étape"));
        await page.ChooseAtAsync("Passer à l'étape", "Non retenue");
        await page.PressButtonAsync("Déplacer");

        await page.PressButtonAsync("Relire");
        await page.FollowErrorToAsync(page.GetByLabel("Motif"));
        await page.Keyboard.PressAsync("ArrowDown");
        await page.TypeAtAsync("Votre réponse", "Nous avons retenu une autre candidature.");
        await page.PressButtonAsync("Relire");
        await Assertions.Expect(page.Locator(".mail-preview")).ToContainTextAsync("une autre candidature");
        await page.PressButtonAsync("Envoyer la réponse");
        await Assertions.Expect(page.Locator(".status-card h2")).ToHaveTextAsync("Non retenue");

        await page.PressButtonAsync("Annuler ce déplacement");
        await Assertions.Expect(page.Locator(".status-card h2")).ToHaveTextAsync("Reçue");
    }

    [Fact]
    public async Task Several_applications_are_ticked_and_moved_then_everybody_is_answered_and_the_offer_ends()
    {
        var offer = await Portal.FreshOfferAsync($"Offre à terminer {Guid.NewGuid():N}", "Anne Première", "Bruno Second", "Claire Troisième");
        var page = await SignedInAsync(Role.SiteRecruiter);
        await page.GotoAsync($"/recruteur/offres/{offer.Id}/liste");
        await page.PressButtonAsync("Déplacer les candidatures cochées");
        await page.FollowErrorToAsync(page.GetByRole(AriaRole.Region, new() { Name = "Candidatures", Exact = true }));
        foreach (var name in new[] { "Anne Première", "Claire Troisième" })
        {
            await page.TabToAsync(page.GetByLabel($"Cocher {name}"));
            await page.Keyboard.PressAsync("Space");
        }

        await page.ChooseAtAsync("Passer les candidatures cochées à l'étape", "À l'étude");
        await page.PressButtonAsync("Déplacer les candidatures cochées");
        await Assertions.Expect(page.GetByText("Anne Première : déplacée")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Claire Troisième : déplacée")).ToBeVisibleAsync();

        await page.GotoAsync($"/recruteur/offres/{offer.Id}");
        await page.OpenLinkAsync("Terminer");
        await page.OpenLinkAsync("L'offre est retirée");
        await page.TypeAtAsync("Un mot de votre part", "Le cabinet ne recrute plus ; merci de votre candidature.");
        await page.PressButtonAsync("Relire");
        await Assertions.Expect(page.Locator(".mail-preview")).ToContainTextAsync("ne recrute plus");
        await page.PressButtonAsync("Envoyer les réponses et terminer l'offre");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/candidatures$"));
        Assert.Equal(3, await Portal.InDatabaseAsync(db => db.Applications.CountAsync(a => a.OfferId == offer.Id && a.Category == StageCategory.Closed, Cancellation)));
    }

    /// <summary>A day to come like the 3rd of March: browsers differ in what they ask for first.</summary>
    private static DateOnly SameInEveryOrder()
    {
        var day = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(20);
        while (day.Day != day.Month)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>A structure whose first offer the mission reads.</summary>
    private Task<string> UntrustedSiteAsync() => Portal.InDatabaseAsync(async db =>
    {
        var model = await db.Sites.SingleAsync(s => s.Name.StartsWith("Cabinet de la Halle"), Cancellation);
        var site = Site.Create(model.OrganisationId, StructureKind.GroupPractice, $"Cabinet neuf {Guid.NewGuid():N}", model.InseeCode).Value;
        var email = EmailOf(Role.SiteRecruiter);
        var recruiter = await db.Users.SingleAsync(u => u.Email == email, Cancellation);
        db.AddRange(site, SiteMembership.Of(recruiter.Id, site.Id, DateTimeOffset.UtcNow));
        await db.SaveChangesAsync(Cancellation);
        return site.Name;
    });
}
