using Dites32.Core.Accounts;
using Dites32.Core.Shared;
using Microsoft.Playwright;

namespace Dites32.E2E.Internships;

/// <summary>A coordinator writes a house, an intern asks for a room and keeps the arrival kit, and gives the room back.</summary>
[Collection(WorkspacePortal.Name)]
public sealed class HousingTests(Portal portal, Chromium chromium) : BrowserTest(portal, chromium)
{
    [Fact]
    public Task An_intern_asks_for_a_room_has_it_keeps_the_kit_and_gives_it_back() => LodgeAsync(Phone);

    [Fact, Trait("Category", "Long")]
    public Task So_does_one_at_a_desk() => LodgeAsync(Desk);

    private async Task LodgeAsync(int width)
    {
        var coordinator = await SignedInAsync(Role.InternshipCoordinator, width);
        var (house, next) = ($"Maison Essai {width}", await NextSemesterAsync(coordinator));
        await AddHouseAsync(coordinator, house);

        var intern = await SignedInAsync(DemoAccounts.Intern, width);
        await intern.GotoAsync("/mon-internat");
        await intern.CheckAsync();
        await intern.OpenLinkAsync("Demander ou suivre une chambre");
        await intern.GetByLabel("Ce que vous paieriez ailleurs").FillAsync("450");
        await intern.PressButtonAsync("Calculer");
        await Assertions.Expect(intern.Locator("article").Filter(new() { HasText = house })).ToContainTextAsync("vous gagnez");
        var section = intern.Locator("section").Filter(new() { HasText = next });
        await section.GetByLabel("Départ").FillAsync("2031-01-01");
        await section.GetByLabel("Souhaits").FillAsync("Une place pour un vélo.");
        await section.GetByRole(AriaRole.Button, new() { Name = "Envoyer la demande" }).ClickAsync();
        await Assertions.Expect(section.GetByRole(AriaRole.Alert)).ToContainTextAsync("sortent du semestre");
        await Assertions.Expect(section.GetByLabel("Souhaits")).ToHaveValueAsync("Une place pour un vélo.");
        await intern.CheckAsync();
        await section.GetByLabel("Départ").FillAsync(await section.GetByLabel("Arrivée").EvaluateAsync<string>("e => { const d = new Date(e.value); d.setMonth(d.getMonth() + 3); return d.toISOString().slice(0, 10); }"));
        await section.GetByText("Mes colocataires peuvent").ClickAsync();
        await section.GetByRole(AriaRole.Button, new() { Name = "Envoyer la demande" }).ClickAsync();
        await Assertions.Expect(section).ToContainTextAsync("Votre demande attend");
        await intern.CheckAsync();

        await coordinator.GotoAsync("/internat/logements/demandes");
        await coordinator.GetByLabel("Semestre", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = next });
        await coordinator.PressButtonAsync("Voir");
        var request = coordinator.Locator("article").Filter(new() { HasText = "Léa Tournier" });
        await Assertions.Expect(request).ToContainTextAsync("Une place pour un vélo.");
        await coordinator.CheckAsync();
        var room = await request.GetByLabel("Chambre", new() { Exact = true }).Locator("option").Filter(new() { HasText = house }).GetAttributeAsync("value");
        await request.GetByLabel("Chambre", new() { Exact = true }).SelectOptionAsync(room!);
        await request.GetByRole(AriaRole.Button, new() { Name = "Réserver et prévenir" }).ClickAsync();
        await Assertions.Expect(coordinator.GetByRole(AriaRole.Status)).ToContainTextAsync("La chambre est réservée");

        await intern.GotoAsync("/mon-internat/logement");
        await Assertions.Expect(section).ToContainTextAsync($"Vous avez une chambre");
        await section.GetByRole(AriaRole.Link, new() { Name = "Mon livret d'arrivée" }).ClickAsync();
        await Assertions.Expect(intern.Locator("main")).ToContainTextAsync("Sous le pot de fleurs.");
        await KeepAsync(intern, house);
        await intern.GotoAsync("/mon-internat/logement");
        await section.GetByText("Rendre cette chambre").ClickAsync();
        await section.GetByRole(AriaRole.Button, new() { Name = "Rendre la chambre" }).ClickAsync();
        await Assertions.Expect(intern.GetByRole(AriaRole.Status)).ToContainTextAsync("Votre chambre est rendue");
        await intern.CheckAsync();
        ForgetComplaints(); // the refused days
    }

    /// <summary>The file opens without network; the page prints without what is not read on paper.</summary>
    private static async Task KeepAsync(IPage intern, string house)
    {
        var waiting = intern.WaitForDownloadAsync();
        await intern.GetByRole(AriaRole.Link, new() { Name = "Garder hors connexion" }).ClickAsync();
        var html = await File.ReadAllTextAsync(await (await waiting).PathAsync());
        Assert.Contains(house, html, StringComparison.Ordinal);
        Assert.Contains("Sous le pot de fleurs.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/", html, StringComparison.Ordinal);

        await intern.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(intern.GetByRole(AriaRole.Link, new() { Name = "Garder hors connexion" })).ToBeHiddenAsync();
        await Assertions.Expect(intern.GetByText("Sous le pot de fleurs.")).ToBeVisibleAsync();
        await Pictures.TakeIfAskedAsync(intern, "print", "livret");
        await intern.EmulateMediaAsync(new() { Media = Media.Screen });
    }

    private static async Task<string> NextSemesterAsync(IPage page)
    {
        await page.GotoAsync("/internat/logements");
        return (await page.GetByLabel("Semestre", new() { Exact = true }).Locator("option").First.InnerTextAsync()).Trim();
    }

    private static async Task AddHouseAsync(IPage page, string house)
    {
        await page.OpenLinkAsync("Ajouter un logement");
        await page.GetByLabel("Nom du logement").FillAsync(house);
        await page.GetByLabel("Clés").FillAsync("Sous le pot de fleurs.");
        await page.PressButtonAsync("Ajouter le logement");
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("Écrivez l'adresse.");
        await Assertions.Expect(page.GetByLabel("Clés")).ToHaveValueAsync("Sous le pot de fleurs.");
        await page.CheckAsync();
        await page.GetByLabel("Commune").FillAsync("Mirande");
        await page.GetByLabel("Adresse", new() { Exact = true }).FillAsync("3 rue de l'Essai");
        await page.GetByLabel("Propriétaire", new() { Exact = true }).FillAsync("Propriétaire d'essai");
        await page.PressButtonAsync("Ajouter le logement");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(house);
        await page.GetByLabel("Nom de la chambre").FillAsync("Chambre bleue");
        await page.GetByLabel("Loyer, en euros par mois").FillAsync("190");
        await page.PressButtonAsync("Ajouter la chambre");
        await Assertions.Expect(page.Locator("#chambres ~ article")).ToContainTextAsync("Chambre bleue");
        await page.CheckAsync();
    }
}
