using Dites32.Core.Shared;
using Microsoft.Playwright;

namespace Dites32.E2E.Routes;

/// <summary>Pages that show nothing, or an error: as well made as the others, on both screens.</summary>
[Collection(PublicPortal.Name), Trait("Category", "Long")]
public sealed class StatesTests(Portal portal, Chromium chromium) : BrowserTest(portal, chromium)
{
    public static TheoryData<int> Widths => [Phone, Desk];

    [Theory, MemberData(nameof(Widths))]
    public async Task A_search_without_an_answer(int width)
    {
        var page = await SomebodyAsync(width);
        await page.GotoAsync("/offres?q=dentiste&lieu=Condom&rayon=10&logement=oui&du=2031-01-01");
        await SeenAsync(page, "no-offer", width);
    }

    [Theory, MemberData(nameof(Widths))]
    public async Task An_address_without_a_page(int width)
    {
        var page = await SomebodyAsync(width);
        await page.GotoAsync("/offres/D32-99999/rien");
        await SeenAsync(page, "not-found", width);
    }

    [Theory, MemberData(nameof(Widths))]
    public async Task Every_step_of_an_application_sent_empty(int width)
    {
        var page = await SomebodyAsync(width);
        await page.GotoAsync("/candidature-spontanee");
        await RefusedAsync(page, "Continuer", "apply-1-empty", width);
        await page.GetByLabel("Nom et prénom").FillAsync("Anne-Élisabeth de Saint-Martin-d'Armagnac-en-Gascogne");
        await page.GetByLabel("Adresse électronique").FillAsync($"{Guid.NewGuid():N}@tres-long-nom-de-domaine-d-un-groupement-hospitalier.example.org");
        await page.GetByLabel("Téléphone").FillAsync("0612345678");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();

        await Assertions.Expect(page.GetByLabel("Votre message")).ToBeVisibleAsync();
        await RefusedAsync(page, "Continuer", "apply-2-empty", width);
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer et finir plus tard" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Brouillon enregistré.")).ToBeVisibleAsync();
        await SeenAsync(page, "apply-2-kept", width);

        await page.GotoAsync($"{new Uri(page.Url).AbsolutePath}/envoi");
        await RefusedAsync(page, "Envoyer ma candidature", "apply-3-incomplete", width);
    }

    [Theory, MemberData(nameof(Widths))]
    public async Task A_document_that_is_refused(int width)
    {
        var page = await SomebodyAsync(width);
        await page.GotoAsync("/candidature-spontanee");
        await page.GetByLabel("Nom et prénom").FillAsync("Max Fichier");
        await page.GetByLabel("Adresse électronique").FillAsync($"{Guid.NewGuid():N}@example.org");
        await page.GetByLabel("Téléphone").FillAsync("0612345678");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Votre message")).ToBeVisibleAsync();
        await page.GotoAsync($"{new Uri(page.Url).AbsolutePath}/envoi");

        await page.GetByLabel("Ajouter un document").SetInputFilesAsync(
            new FilePayload { Name = "cv.pdf", MimeType = "application/pdf", Buffer = "no PDF at all"u8.ToArray() });
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await SeenAsync(page, "document-refused", width);
    }

    [Theory, MemberData(nameof(Widths))]
    public async Task A_board_without_a_card_and_a_refused_account(int width)
    {
        var offer = await Portal.OfferAsync("Pédiatre à Auch");
        var page = await SignedInAsync(Role.SiteRecruiter, width);
        await page.GotoAsync(RecruiterBoard.PathOf(offer.Id));
        await SeenAsync(page, "board-empty", width);
        await page.GotoAsync("/administration/comptes");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Accès refusé");
        await SeenAsync(page, "forbidden", width);
    }

    [Theory, MemberData(nameof(Widths))]
    public async Task A_colleague_invited_without_an_address(int width)
    {
        var page = await SignedInAsync(Role.Administrator, width);
        await page.GotoAsync("/administration/comptes/inviter");
        await page.Locator("main form button.button").ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
        await SeenAsync(page, "invite-empty", width);
    }

    private static async Task RefusedAsync(IPage page, string button, string name, int width)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await SeenAsync(page, name, width);
    }

    private static async Task SeenAsync(IPage page, string name, int width)
    {
        await Pictures.TakeIfAskedAsync(page, $"states-{width}", name);
        await page.CheckAsync();
        await page.CheckSpacesAsync();
    }
}
