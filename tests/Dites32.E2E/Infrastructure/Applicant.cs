using Dites32.Tests.Documents;
using Microsoft.Playwright;

namespace Dites32.E2E.Infrastructure;

/// <summary>Somebody who applies, page after page, as a person would; each page is checked before it is left.</summary>
public sealed class Applicant(IPage page, string name)
{
    public static FilePayload Cv => new() { Name = "cv.pdf", MimeType = "application/pdf", Buffer = SampleFiles.Pdf() };

    public string Email { get; } = $"{Guid.NewGuid():N}@example.org";

    /// <summary>From the first step of an offer to the confirmation.</summary>
    public async Task ApplyAsync()
    {
        await page.CheckAsync();
        await page.GetByLabel("Nom et prénom").FillAsync(name);
        await page.GetByLabel("Adresse électronique").FillAsync(Email);
        await page.GetByLabel("Téléphone").FillAsync("06 12 34 56 78");
        await PressAsync("Continuer");

        await Assertions.Expect(page.GetByLabel("Votre message")).ToBeVisibleAsync();
        await page.CheckAsync();
        await page.GetByLabel("Votre statut actuel").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByLabel("Votre message").FillAsync("Bonjour, je remplace dans le Gers depuis deux ans et voudrais m'y poser.");
        await PressAsync("Continuer");

        await page.GetByLabel("Ajouter un document").SetInputFilesAsync(Cv); // and that is all: it leaves at once
        await Assertions.Expect(page.Locator(".file-list")).ToContainTextAsync("cv.pdf");
        await page.CheckAsync();
        await PressAsync("Envoyer ma candidature");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Votre candidature est envoyée" })).ToBeVisibleAsync();
        await page.CheckAsync();
    }

    private Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
