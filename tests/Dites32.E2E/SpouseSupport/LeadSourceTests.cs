using System.Text;
using Dites32.Core.Shared;
using Microsoft.Playwright;

namespace Dites32.E2E.SpouseSupport;

/// <summary>From a file of employers to a post that suits somebody.</summary>
[Collection(WorkspacePortal.Name)]
public sealed class LeadSourceTests(Portal portal, Chromium chromium) : BrowserTest(portal, chromium)
{
    [Fact]
    public Task A_caseworker_imports_a_file_notes_a_talk_and_proposes_what_suits() => ImportAsync(Phone, script: true);

    [Fact, Trait("Category", "Long")]
    public Task So_does_one_at_a_desk() => ImportAsync(Desk, script: true);

    [Fact, Trait("Category", "Long")]
    public Task So_does_one_without_script() => ImportAsync(NoScript, script: false);

    private const int NoScript = 400;

    private async Task ImportAsync(int width, bool script)
    {
        Task CheckAsync(IPage shown) => script ? shown.CheckAsync() : Task.CompletedTask; // axe is a script
        var (title, employer, email) = ($"Horloger {width}", $"Horlogerie de Gascogne {width}", $"horloger{width}@example.org");
        var partner = await SomebodyAsync(width);
        await partner.GotoAsync("/dites32-a-2/inscription");
        await partner.GetByLabel("Nom et prénom").FillAsync($"Dominique Horloge {width}");
        await partner.GetByLabel("Adresse électronique").FillAsync(email);
        await partner.GetByLabel("Votre métier").FillAsync("Horlogère");
        await partner.GetByLabel("Où vous pensez vivre").FillAsync("Auch");
        await partner.GetByText("Je demande un accompagnement").ClickAsync();
        await partner.GetByRole(AriaRole.Button, new() { Name = "Envoyer ma demande" }).ClickAsync();
        await partner.GotoAsync((await Portal.MailAsync(email, "Confirmez votre adresse")).Link());
        await partner.PressButtonAsync("Entrer");

        var page = await SomebodyAsync(width, script);
        await SignInAsync(page, Role.SpouseCaseworker);
        await page.GotoAsync("/accompagnement/employeurs");
        await page.GetByRole(AriaRole.Link, new() { Name = "Importer un fichier" }).ClickAsync();
        await CheckAsync(page);
        await page.GetByLabel("Votre fichier").SetInputFilesAsync(new FilePayload
        {
            Name = "employeurs.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes($"employeur;commune;poste;rome;contrat\n{employer};Auch;{title};B1604;CDI\nAilleurs;Toulouse;;;\n"),
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "Voir ce qu'il fera" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Ce que fera ce fichier");
        await Assertions.Expect(page.Locator(".counts")).ToContainTextAsync("1 ligne refusée");
        await CheckAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Importer sans les lignes refusées" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Le fichier est importé");
        await CheckAsync(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "Voir les employeurs" }).ClickAsync();
        await page.GetByLabel("Nom ou secteur").FillAsync(employer);
        await page.GetByRole(AriaRole.Button, new() { Name = "Chercher", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = employer }).ClickAsync();
        await page.GetByLabel("Ce qui s'est dit").FillAsync("Cherche pour la rentrée.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Noter l'échange" }).ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("Choisissez comment vous vous êtes parlé.");
        await page.GetByLabel("Comment", new() { Exact = true }).SelectOptionAsync("Visit");
        await page.GetByRole(AriaRole.Button, new() { Name = "Noter l'échange" }).ClickAsync();
        await Assertions.Expect(page.GetByText("L'échange est noté.")).ToBeVisibleAsync();
        await CheckAsync(page);

        await page.GotoAsync("/accompagnement/correspondances?tous=1");
        await CheckAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = $"Dominique Horloge {width}" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"B1604, « {title} »" }).ClickAsync();
        await Assertions.Expect(page.GetByText("même code ROME (B1604)").First).ToBeVisibleAsync();
        await CheckAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = $"Proposer {title}" }).ClickAsync();
        await Portal.MailAsync(email, "Une piste pour vous");
        await Assertions.Expect(page.Locator("[aria-labelledby=pistes]")).ToContainTextAsync(title);
    }
}
