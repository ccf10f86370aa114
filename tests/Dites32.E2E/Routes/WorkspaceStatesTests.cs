using Dites32.Core.Shared;
using Microsoft.Playwright;
using Xunit.Sdk;

namespace Dites32.E2E.Routes;

/// <summary>
/// Every page of the recruiters and of the administrators with many rows, with none and after a refusal, on both screens:
/// nothing that axe finds, nothing wider than the screen, and every sentence of a refusal leads to its field.
/// </summary>
[Collection(StatesPortal.Name), Trait("Category", "Long")]
public sealed class WorkspaceStatesTests(Portal portal, Chromium chromium, WorkspaceRows rows) : BrowserTest(portal, chromium), IClassFixture<WorkspaceRows>
{
    private readonly List<string> bad = [];

    public static TheoryData<int> Widths => [Phone, Desk];

    [Theory, MemberData(nameof(Widths))]
    public async Task Pages_without_a_row(int width)
    {
        var newcomer = await SignedInAsync(WorkspaceRows.NewcomerEmail, width);
        foreach (var path in new[] { "/recruteur", "/recruteur/offres", "/recruteur/offres/nouvelle", "/recruteur/questions", "/recruteur/candidats", "/recruteur/absence" })
        {
            await SeeAsync(newcomer, "empty", path, width);
        }

        await SeeAsync(newcomer, "foreign", "/recruteur/offres/{busy}", width, status: 404);
        await SeeAsync(newcomer, "foreign", "/recruteur/candidatures/{card}", width, status: 404);
        await SeeAsync(newcomer, "foreign", "/administration/comptes", width, status: 403);

        var recruiter = await SignedInAsync(Role.SiteRecruiter, width);
        foreach (var path in new[]
        {
            "/recruteur/offres?q=introuvable", "/recruteur/offres?statut=Filled", "/recruteur/candidats?q=introuvable", "/recruteur/offres/{busy}/liste?q=introuvable",
            "/recruteur/offres/{quiet}/liste", "/recruteur/offres/{quiet}/candidatures", "/recruteur/offres/{quiet}/terminer", "/recruteur/offres/{ended}/terminer",
        })
        {
            await SeeAsync(recruiter, "empty", path, width);
        }

        var admin = await SignedInAsync(Role.Administrator, width);
        await SeeAsync(admin, "empty", "/administration/comptes?q=introuvable", width);
        await SeeAsync(admin, "empty", "/administration/journal?au=2026-01-01", width);
        AssertWell();
    }

    [Theory, MemberData(nameof(Widths))]
    public async Task Pages_with_many_rows_and_in_rare_states(int width)
    {
        var recruiter = await SignedInAsync(Role.SiteRecruiter, width);
        foreach (var path in new[]
        {
            "/recruteur", "/recruteur/offres", "/recruteur/questions", "/recruteur/absence", "/recruteur/candidats", "/recruteur/candidats?page=2", "/recruteur/questions/{answered}",
            "/recruteur/offres/{draft}", "/recruteur/offres/{incomplete}", "/recruteur/offres/{moderated}", "/recruteur/offres/{stale}", "/recruteur/offres/{ended}",
            "/recruteur/offres/{busy}/candidatures", "/recruteur/offres/{busy}/liste", "/recruteur/offres/{busy}/liste?page=2&tri=nom", "/recruteur/offres/{busy}/liste?retard=1",
            "/recruteur/offres/{busy}/terminer", "/recruteur/offres/{busy}/terminer?fin=retiree", "/recruteur/candidatures/{card}", "/recruteur/candidats/{person}/doublons",
        })
        {
            await SeeAsync(recruiter, "rows", path, width);
        }

        var mission = await SignedInAsync(Role.Dites32Recruiter, width);
        await SeeAsync(mission, "rows", "/recruteur/moderation", width);
        await SeeAsync(mission, "read-already", "/recruteur/moderation/{busy}", width);
        await SeeAsync(mission, "rows", "/recruteur/absence", width);

        var admin = await SignedInAsync(Role.Administrator, width);
        foreach (var path in new[]
        {
            "/administration/comptes", "/administration/comptes?fait=invitation", "/administration/comptes?fait=roles", "/administration/structures",
            "/administration/structures/sites/{site}", "/mon-compte?fait=nom",
        })
        {
            await SeeAsync(admin, "rows", path, width);
        }

        AssertWell();
    }

    [Theory, MemberData(nameof(Widths))]
    public async Task Pages_after_a_refusal(int width)
    {
        var recruiter = await SignedInAsync(Role.SiteRecruiter, width);
        await SeeAsync(recruiter, "refused", "/recruteur/offres/nouvelle?nature=&site={site}", width);
        foreach (var (path, form) in new[]
        {
            ("/recruteur/offres/nouvelle?nature=OneOffReplacement&site={site}", "offre"), ("/recruteur/offres/{busy}/modifier", "offre"),
            ("/recruteur/offres/{fleurance}/modifier", "offre"), ("/recruteur/offres/{busy}/prolonger", "prolonger"), ("/recruteur/offres/{busy}/etapes", "etapes"),
            ("/recruteur/offres/{fleurance}/urgence", "urgence"), ("/recruteur/questions/{question}", "reponse"), ("/recruteur/absence", "absence"),
            ("/recruteur/candidatures/{card}", "deplacer"), ("/recruteur/candidatures/{card}", "noter"),
            ("/recruteur/candidatures/{card}/repondre?etape={refused}", "repondre"), ("/recruteur/offres/{busy}/liste", "lot"),
            ("/mon-compte", "nom"), ("/mon-compte", "mot-de-passe"),
        })
        {
            await RefuseAsync(recruiter, path, form, width);
        }

        var mission = await SignedInAsync(Role.Dites32Recruiter, width);
        await RefuseAsync(mission, "/recruteur/moderation/{moderated}", "renvoyer", width);

        var admin = await SignedInAsync(Role.Administrator, width);
        foreach (var (path, form) in new[]
        {
            ("/administration/comptes/inviter", "invitation"), ("/administration/comptes/{account}", "roles"),
            ("/administration/structures/nouveau-site", "site"), ("/administration/structures/nouvelle-organisation", "organisation"),
            ("/administration/structures/sites/{site}", "etat"), ("/administration/structures/sites/{site}", "ajouter"),
        })
        {
            await RefuseAsync(admin, path, form, width);
        }

        await SeeAsync(admin, "refused", "/administration/journal?du=hier&au=demain&qui=Camille&action=Rire&nature=autre&objet=Lune&numero=42", width, status: 422);
        AssertWell();
    }

    [Theory, MemberData(nameof(Widths))]
    public async Task Answers_being_read_again_and_moves_that_came_too_late(int width)
    {
        var page = await SignedInAsync(Role.SiteRecruiter, width);
        await page.GotoAsync(rows.Fill("/recruteur/offres/{busy}/liste?q=Personne"));
        await page.Locator("input[name=lignes]").First.CheckAsync();
        await page.GetByLabel("Passer les candidatures cochées").SelectOptionAsync(new SelectOptionValue { Value = rows.Fill("{refused}") });
        await PressAsync(page, "Déplacer les candidatures cochées");
        await SeenAsync(page, "bulk-answer", width);
        await PressAsync(page, "Relire");
        await Assertions.Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await SeenAsync(page, "bulk-answer-refused", width);
        await page.GetByLabel("Motif").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await PressAsync(page, "Relire");
        await SeenAsync(page, "bulk-review", width);
        await PressAsync(page, "Envoyer la réponse");
        await Assertions.Expect(page.GetByText("Ce qui a été fait")).ToBeVisibleAsync();
        await SeenAsync(page, "bulk-done", width);

        await page.GetByRole(AriaRole.Link, new() { Name = "Personne" }).First.ClickAsync(); // it waits, and can be taken back
        await page.GetByLabel("Passer à l'étape").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await PressAsync(page, "Déplacer");
        await SeenAsync(page, "card-waiting", width);

        // Somebody whom the recruiter has not seen awaits an answer.
        await page.GotoAsync(rows.Fill("/recruteur/offres/{busy}/terminer?fin=retiree"));
        await page.EvaluateAsync("() => document.querySelector('input[name=attend]').remove()");
        await PressAsync(page, "Relire");
        await SeenAsync(page, "end-review", width);
        await page.EvaluateAsync("() => document.querySelector('input[name=attend]').remove()");
        await PressAsync(page, "Envoyer les réponses et terminer l'offre");
        await Assertions.Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
        await SeenAsync(page, "end-too-late", width);
        AssertWell();
    }

    private async Task SeeAsync(IPage page, string state, string path, int width, int status = 200)
    {
        var response = await page.GotoAsync(rows.Fill(path));
        if (response!.Status != status)
        {
            bad.Add($"{path} answered {response.Status}");
        }

        await SeenAsync(page, $"{state}{path.Replace('/', '-').Replace('?', '-')}", width);
    }

    /// <summary>Sends the form of this name with nothing in it.</summary>
    private async Task RefuseAsync(IPage page, string path, string form, int width)
    {
        await page.GotoAsync(rows.Fill(path));
        await page.EvaluateAsync("""
            form => document.querySelectorAll(`form#${form} :is(input, select, textarea)`).forEach(e => {
              if (e.type === 'checkbox') e.checked = false;
              else if (e.type !== 'hidden' && e.type !== 'radio') e.value = '';
            })
            """, form);
        await page.Locator($"form#{form} button").First.ClickAsync();
        try
        {
            await Assertions.Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
            var lost = await page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll('.error-summary a')].filter(a => {
                  const field = document.getElementById(decodeURIComponent(a.hash.slice(1)));
                  if (!field) return true;
                  field.focus();
                  return document.activeElement !== field;
                }).map(a => a.outerHTML)
                """);
            Assert.True(lost.Length == 0, $"{page.Url}: these lead nowhere: {string.Join(' ', lost)}");
        }
        catch (Exception found) when (found is XunitException or PlaywrightException)
        {
            bad.Add($"{path} ({form}): {found.Message}");
        }

        await SeenAsync(page, $"refused{path.Split('?')[0].Replace('/', '-')}-{form}", width);
    }

    private async Task SeenAsync(IPage page, string name, int width)
    {
        try
        {
            await page.CheckAsync();
        }
        catch (XunitException found)
        {
            bad.Add(found.Message);
        }

        await Pictures.TakeIfAskedAsync(page, $"workspace-{width}", name);
    }

    private void AssertWell() => Assert.True(bad.Count == 0, string.Join("\n\n", bad));

    private static Task PressAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
