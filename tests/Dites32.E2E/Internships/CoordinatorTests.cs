using System.Text;
using Dites32.Core.Shared;
using Microsoft.Playwright;

namespace Dites32.E2E.Internships;

/// <summary>A coordinator prepares a semester: a placement, a file of assignments, a card that moves, a semester that is validated.</summary>
[Collection(WorkspacePortal.Name)]
public sealed class CoordinatorTests(Portal portal, Chromium chromium) : BrowserTest(portal, chromium)
{
    [Fact]
    public Task A_coordinator_adds_a_placement_imports_a_file_moves_an_intern_and_takes_the_import_back() => PrepareAsync(Phone);

    [Fact, Trait("Category", "Long")]
    public Task So_does_one_at_a_desk_who_drags_the_card() => PrepareAsync(Desk);

    private async Task PrepareAsync(int width)
    {
        var page = await SignedInAsync(Role.InternshipCoordinator, width);
        var (supervisor, first, second, name) = ($"Dre Maud Essai {width}", $"Cabinet Essai {width}", $"Cabinet Relais {width}", $"Noé Essai {width}");
        await page.GotoAsync("/internat/maitres-de-stage/nouveau");
        await page.GetByLabel("Nom et prénom").FillAsync(supervisor);
        await page.PressButtonAsync("Ajouter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(supervisor);
        await AddPlacementAsync(page, first, supervisor, withMistake: true);
        await AddPlacementAsync(page, second, supervisor, withMistake: false);

        await page.GotoAsync("/internat");
        var present = await page.Locator("h1").InnerTextAsync();
        await page.GotoAsync("/internat/imports");
        await page.GetByLabel("Semestre").SelectOptionAsync(new SelectOptionValue { Label = present });
        await page.GetByLabel("Votre fichier").SetInputFilesAsync(new FilePayload
        {
            Name = "affectations.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes($"nom;courriel;terrain;créneau;maquette;entrée\n{name};noe{width}@example.org;{first};N1;Médecine générale;03/11/2025\nPersonne;pas une adresse;{first};N1;;\n"),
        });
        await page.PressButtonAsync("Voir ce qu'il fera");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Ce que fera ce fichier");
        await Assertions.Expect(page.Locator(".counts")).ToContainTextAsync("ligne refusée");
        await page.CheckAsync();
        await page.PressButtonAsync("Importer sans les lignes refusées");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Le fichier est importé");
        var import = page.Url;
        await page.CheckAsync();

        await page.OpenLinkAsync("Voir le semestre");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = first })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Voir" })).ToBeHiddenAsync();
        await Pictures.TakeIfAskedAsync(page, "print", $"semestre-{width}");
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await MoveAsync(page, name, first, second, width);
        await page.CheckAsync();
        await page.GotoAsync(import);
        await page.PressButtonAsync("Annuler tout l'import");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(name);
        await page.GotoAsync("/internat");
        await MoveAsync(page, name, second, first, Phone);
        await page.GotoAsync(import);
        await page.PressButtonAsync("Annuler tout l'import");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("L'import est annulé");
        await page.GotoAsync($"/internat/internes?q={Uri.EscapeDataString(name)}");
        await Assertions.Expect(page.Locator(".empty")).ToHaveTextAsync("Aucun interne ne correspond.");
        ForgetComplaints(); // the refused undo
    }

    [Fact]
    public async Task A_semester_is_written_validated_and_taken_away_on_an_intern_s_file()
    {
        var page = await SignedInAsync(Role.InternshipCoordinator, Phone);
        await page.GotoAsync("/internat/internes/nouveau");
        await page.GetByLabel("Nom et prénom").FillAsync("Maïa Fiche");
        await page.GetByLabel("Adresse électronique").FillAsync("maia.fiche@example.org");
        await page.GetByLabel("Entrée dans l'internat").FillAsync("2022-11-02");
        await page.GetByLabel("Maquette").SelectOptionAsync("medecine-generale-8");
        await page.PressButtonAsync("Ajouter l'interne");
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("Cette maquette n'est pas celle de la date d'entrée");
        await page.CheckAsync();
        await page.GetByLabel("Maquette").SelectOptionAsync("medecine-generale-6");
        await page.PressButtonAsync("Ajouter l'interne");
        await Assertions.Expect(page.Locator("#maquette + p")).ToContainTextAsync("Il en reste 6.");

        var oldest = (await page.GetByLabel("Semestre").Locator("option").AllInnerTextsAsync())[^1];
        await page.GetByLabel("Semestre").SelectOptionAsync(new SelectOptionValue { Label = oldest });
        await page.GetByLabel("Où", new() { Exact = true }).SelectOptionAsync("Elsewhere");
        await page.GetByLabel("Créneau de la maquette").SelectOptionAsync("Emergency");
        await page.GetByLabel("Ailleurs, où").FillAsync("CHU de Toulouse");
        await page.PressButtonAsync("Affecter");
        await Assertions.Expect(page.Locator("article.note h3")).ToContainTextAsync("CHU de Toulouse");

        await page.Locator("article.note summary").ClickAsync();
        await page.GetByLabel("Issue, que la faculté décide").SelectOptionAsync("Validated");
        await page.GetByLabel("Mois de présence").FillAsync("2");
        await page.PressButtonAsync("Enregistrer l'issue");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("4 mois de présence au moins");
        await Assertions.Expect(page.GetByLabel("Mois de présence")).ToHaveValueAsync("2");
        await page.CheckAsync();
        await page.GetByLabel("Mois de présence").FillAsync("6");
        await page.PressButtonAsync("Enregistrer l'issue");
        await Assertions.Expect(page.Locator("#maquette + p")).ToContainTextAsync("Il en reste 5.");
        await page.CheckAsync();

        await page.OpenLinkAsync("Effacer la fiche…");
        await page.CheckAsync();
        await page.PressButtonAsync("Effacer la fiche");
        await Assertions.Expect(page.GetByText("La fiche est effacée.")).ToBeVisibleAsync();
        ForgetComplaints(); // the refused conclusion
    }

    private static async Task AddPlacementAsync(IPage page, string name, string supervisor, bool withMistake)
    {
        await page.GotoAsync("/internat/terrains/nouveau");
        await page.GetByLabel("Nom du terrain").FillAsync(name);
        await page.GetByLabel("Nature").SelectOptionAsync("Ambulatory");
        await page.GetByLabel("Commune").FillAsync("Mirande");
        await page.GetByText("Praticien, niveau 1").ClickAsync();
        if (withMistake)
        {
            await page.PressButtonAsync("Ajouter le terrain");
            await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("Un terrain ambulatoire a au moins un maître de stage.");
            await Assertions.Expect(page.GetByLabel("Praticien, niveau 1")).ToBeCheckedAsync();
            await page.CheckAsync();
        }

        await page.GetByLabel("Maître de stage 1").SelectOptionAsync(new SelectOptionValue { Label = supervisor });
        await page.PressButtonAsync("Ajouter le terrain");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(name);
    }

    private static async Task MoveAsync(IPage page, string name, string from, string to, int width)
    {
        var card = page.Locator("article.board-card").Filter(new() { HasText = name });
        if (width == Phone)
        {
            await card.GetByRole(AriaRole.Combobox).SelectOptionAsync(new SelectOptionValue { Label = to });
            await card.GetByRole(AriaRole.Button).ClickAsync();
        }
        else
        {
            await page.SetViewportSizeAsync(4000, 900); // a drag that has to scroll is not what is tested here
            var handle = new LocatorDragToOptions { SourcePosition = new() { X = 12, Y = 12 } }; // the middle of the card is its list
            await card.DragToAsync(page.Locator("section[data-label^=Urgences] h2"), handle);
            await Assertions.Expect(page.Locator("#glisser")).ToContainTextAsync($"{name} reste à « {from} »");
            await Assertions.Expect(page.Locator("#glisser")).ToContainTextAsync("il n'y a plus de place, ou pas ce créneau");
            await card.DragToAsync(page.Locator($"section[data-label='{to}'] h2"), handle);
            await page.SetViewportSizeAsync(Desk, 900);
        }

        await Assertions.Expect(page.Locator(".notice-success")).ToContainTextAsync($"{name} est maintenant à « {to} ».");
        await Assertions.Expect(page.Locator($"section[data-label='{to}']")).ToContainTextAsync(name);
    }
}
