using Microsoft.Playwright;

namespace Dites32.E2E.Applications;

[Collection(PublicPortal.Name)]
public sealed class ApplyTests(Portal portal, Chromium chromium) : BrowserTest(portal, chromium)
{
    [Fact]
    public async Task On_a_small_phone_somebody_applies_with_a_cv_and_opens_the_follow_up_from_the_mail()
    {
        var page = await SomebodyAsync(Phone);
        await page.GotoAsync(await FirstStepAsync("Remplacement d'été à Lectoure"));
        var applicant = new Applicant(page, "Lucie Téléphone");
        await applicant.ApplyAsync();

        var mail = await Portal.MailAsync(applicant.Email, "Votre candidature est bien reçue");
        var elsewhere = await SomebodyAsync(Phone);
        await elsewhere.GotoAsync(mail.Link());
        Assert.DoesNotContain(mail.Link(), elsewhere.Url, StringComparison.Ordinal); // the secret has left the address
        await Assertions.Expect(elsewhere.Locator("h1")).ToHaveTextAsync("Remplacement d'été à Lectoure");
        await Assertions.Expect(elsewhere.Locator(".file-list")).ToContainTextAsync("cv.pdf");
        await elsewhere.CheckAsync();
        await elsewhere.GetByRole(AriaRole.Button, new() { Name = "C'est bien mon adresse" }).ClickAsync();
        await Assertions.Expect(elsewhere.GetByText("Confirmez votre adresse")).ToHaveCountAsync(0);
        await elsewhere.CheckAsync();
    }

    [Fact]
    public async Task Without_script_the_application_arrives_as_well()
    {
        var page = await SomebodyAsync(Phone, script: false);
        await page.GotoAsync("/candidature-spontanee");
        await page.GetByLabel("Nom et prénom").FillAsync("Sacha Sans-Script");
        await page.GetByLabel("Adresse électronique").FillAsync("sacha@example.org");
        await page.GetByLabel("Téléphone").FillAsync("0612345678");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();
        await page.GetByLabel("Votre statut actuel").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByLabel("Votre message").FillAsync("Bonjour.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();
        await page.GetByLabel("Ajouter un document").SetInputFilesAsync(Applicant.Cv);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".file-list")).ToContainTextAsync("cv.pdf");
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer ma candidature" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Votre candidature est envoyée" })).ToBeVisibleAsync();
        await Portal.MailAsync("sacha@example.org", "Votre candidature spontanée est bien reçue");
    }

    [Fact]
    public async Task By_keyboard_alone_from_the_first_tab_to_the_confirmation()
    {
        var page = await SomebodyAsync();
        await page.GotoAsync(await FirstStepAsync("Collaboration à Samatan"));

        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByText("Aller au contenu")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.TypeAtAsync("Nom et prénom", "Karim Clavier");
        await page.TypeAtAsync("Adresse électronique", "karim@example.org");
        await page.TypeAtAsync("Téléphone", "0612345678");
        await page.PressButtonAsync("Continuer");

        await page.TabToAsync(page.GetByLabel("Votre statut actuel"));
        await page.Keyboard.PressAsync("ArrowDown");
        await page.TypeAtAsync("Votre message", "Bonjour, tout est possible sans souris.");
        await page.PressButtonAsync("Continuer");

        await page.PressButtonAsync("Envoyer ma candidature");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Votre candidature est envoyée" })).ToBeVisibleAsync();
    }

    private async Task<string> FirstStepAsync(string title) => $"{(await Portal.OfferAsync(title)).Path()}/candidater";
}
