using Dites32.Core.Shared;
using Microsoft.Playwright;

namespace Dites32.E2E.SpouseSupport;

/// <summary>A partner and a caseworker, from the programme to the next step.</summary>
[Collection(WorkspacePortal.Name)]
public sealed class SpouseTests(Portal portal, Chromium chromium) : BrowserTest(portal, chromium)
{
    [Fact]
    public Task A_partner_registers_in_three_minutes_and_finds_out_what_comes_next() => RegisterAsync(Phone);

    [Fact, Trait("Category", "Long")]
    public Task So_does_one_at_a_desk() => RegisterAsync(Desk);

    [Fact]
    public Task An_employer_announces_a_post_that_a_partner_is_proposed_and_answers() => LeadAsync(Phone);

    [Fact, Trait("Category", "Long")]
    public Task So_do_those_at_a_desk() => LeadAsync(Desk);

    private async Task RegisterAsync(int width)
    {
        var (name, email) = ($"Alix Voyage {width}", $"alix{width}@example.org");
        var page = await SomebodyAsync(width);
        await page.GotoAsync("/dites32-a-2");
        await page.GetByRole(AriaRole.Link, new() { Name = "Demander un accompagnement" }).ClickAsync();
        await page.GetByLabel("Nom et prénom").FillAsync(name);
        await page.GetByLabel("Adresse électronique").FillAsync(email);
        await page.GetByLabel("Votre métier").FillAsync("Libraire");
        await page.GetByText("Pacsés").ClickAsync();
        await page.GetByLabel("Où vous pensez vivre").FillAsync("Mirande");
        await page.GetByText("Je demande un accompagnement").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer ma demande" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Regardez votre boîte aux lettres");
        await EnterAsync(page, email, "Confirmez votre adresse");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync($"Bonjour {name}");
        await Assertions.Expect(page.Locator(".contact-card")).ToContainTextAsync("Maylis Duprat");
        await page.GetByLabel("Ajouter un document").SetInputFilesAsync(Applicant.Cv); // and that is all: it leaves at once
        await Assertions.Expect(page.Locator(".file-list")).ToContainTextAsync("cv.pdf");
        await page.CheckAsync();

        var caseworker = await SignedInAsync(Role.SpouseCaseworker, width);
        await caseworker.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        var download = await caseworker.RunAndWaitForDownloadAsync(() => caseworker.GetByRole(AriaRole.Link, new() { Name = "cv.pdf" }).ClickAsync());
        Assert.Equal("cv.pdf", download.SuggestedFilename);
        await caseworker.GetByLabel("Étape", new() { Exact = true }).SelectOptionAsync("Interview");
        await caseworker.GetByLabel("Ce qui vient ensuite").FillAsync("Se voir à Mirande");
        await caseworker.GetByRole(AriaRole.Button, new() { Name = "Enregistrer la suite" }).ClickAsync();
        await Assertions.Expect(caseworker.Locator(".error-summary")).ToContainTextAsync("Choisissez le jour de cette étape.");
        await caseworker.CheckAsync();
        await caseworker.GetByLabel("Pour le").FillAsync(DateTimeOffset.UtcNow.ParisDay().AddDays(12).ForMachines());
        await caseworker.GetByRole(AriaRole.Button, new() { Name = "Enregistrer la suite" }).ClickAsync();
        await Assertions.Expect(caseworker.Locator(".status-card h2")).ToHaveTextAsync("Entretien");
        await caseworker.CheckAsync();

        await Portal.MailAsync(email, "Du nouveau dans votre accompagnement");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".status-card")).ToContainTextAsync("Se voir à Mirande");
        await page.GetByRole(AriaRole.Button, new() { Name = "Retirer cv.pdf" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Aucun document joint.")).ToBeVisibleAsync();
        await page.CheckAsync();
    }

    private async Task LeadAsync(int width)
    {
        var title = $"Relieur {width}";
        var employer = await SomebodyAsync(width);
        await employer.GotoAsync("/dites32-a-2/employeurs");
        await employer.GetByLabel("Intitulé").FillAsync(title);
        await employer.GetByLabel("Contrat").SelectOptionAsync("Permanent");
        await employer.GetByLabel("Nom de l'employeur").FillAsync("Reliure de Gascogne");
        await employer.GetByLabel("Commune").FillAsync("Auch");
        await employer.GetByLabel("Votre adresse électronique").FillAsync($"relieur{width}@example.org");
        await employer.GetByRole(AriaRole.Button, new() { Name = "Envoyer l'annonce" }).ClickAsync();
        await Assertions.Expect(employer.Locator("h1")).ToHaveTextAsync("Merci, votre annonce est arrivée");

        var caseworker = await SignedInAsync(Role.SpouseCaseworker, width);
        await caseworker.GotoAsync("/accompagnement/annonces");
        await caseworker.CheckAsync();
        await caseworker.GetByRole(AriaRole.Button, new() { Name = $"Retenir {title}" }).ClickAsync();
        await Portal.MailAsync($"relieur{width}@example.org", "Votre annonce est retenue");

        var page = await SomebodyAsync(width);
        await page.GotoAsync("/dites32-a-2/inscription");
        await page.GetByLabel("Nom et prénom").FillAsync($"Sam Relieur {width}");
        await page.GetByLabel("Adresse électronique").FillAsync($"sam{width}@example.org");
        await page.GetByLabel("Votre métier").FillAsync("Relieur");
        await page.GetByLabel("Où vous pensez vivre").FillAsync("Auch");
        await page.GetByText("Je demande un accompagnement").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer ma demande" }).ClickAsync();
        await EnterAsync(page, $"sam{width}@example.org", "Confirmez votre adresse");

        await caseworker.GotoAsync("/accompagnement");
        await caseworker.GetByRole(AriaRole.Link, new() { Name = $"Sam Relieur {width}" }).ClickAsync();
        await caseworker.GetByRole(AriaRole.Link, new() { Name = "Chercher des pistes" }).ClickAsync();
        await caseworker.GetByLabel("Métier, mots ou code ROME").FillAsync("relieur");
        await caseworker.GetByRole(AriaRole.Button, new() { Name = "Chercher", Exact = true }).ClickAsync();
        await caseworker.CheckAsync();
        await caseworker.GetByRole(AriaRole.Button, new() { Name = $"Proposer {title}" }).ClickAsync();
        await Portal.MailAsync($"sam{width}@example.org", "Une piste pour vous");

        await page.ReloadAsync();
        await page.CheckAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = $"Répondre à « {title} »" }).ClickAsync();
        await page.GetByText("J'ai candidaté").ClickAsync();
        await page.GetByLabel("Un mot pour la personne").FillAsync("Envoyé ce matin.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer ma réponse" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Merci, votre réponse est arrivée.")).ToBeVisibleAsync();

        await caseworker.GetByRole(AriaRole.Link, new() { Name = $"Sam Relieur {width}" }).ClickAsync();
        await Assertions.Expect(caseworker.GetByText("Envoyé ce matin.")).ToBeVisibleAsync();
        await caseworker.CheckAsync();
    }

    [Fact]
    public async Task By_keyboard_alone_a_partner_registers_comes_back_and_erases_everything()
    {
        const string Email = "clavier@example.org";
        var page = await SomebodyAsync(Phone, script: false);
        await page.GotoAsync("/dites32-a-2/inscription");
        await page.TypeAtAsync("Nom et prénom", "Dominique Clavier");
        await page.TypeAtAsync("Adresse électronique", Email);
        await page.TypeAtAsync("Votre métier, ou ce que vous faites aujourd'hui", "Comptable");
        await page.TabToAsync(page.GetByLabel("Je demande un accompagnement"));
        await page.Keyboard.PressAsync("Space");
        await page.PressButtonAsync("Envoyer ma demande");
        await EnterAsync(page, Email, "Confirmez votre adresse");

        await page.TabToAsync(page.GetByRole(AriaRole.Link, new() { Name = "Tout effacer" }));
        await page.Keyboard.PressAsync("Enter");
        await page.PressButtonAsync("Tout effacer maintenant");
        await Assertions.Expect(page.GetByText("Tout est effacé.")).ToBeVisibleAsync();
        await Portal.MailAsync(Email, "Votre dossier est effacé");
    }

    private async Task EnterAsync(IPage page, string email, string subject)
    {
        var mail = await Portal.MailAsync(email, subject);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Regardez votre boîte aux lettres"); // the mail may be faster than the page
        await page.GotoAsync(mail.Link());
        Assert.DoesNotContain("jeton", page.Url, StringComparison.Ordinal); // the secret has left the address
        await page.PressButtonAsync("Entrer");
        await Assertions.Expect(page).ToHaveURLAsync($"{Portal.Address}/dites32-a-2/mon-espace");
    }
}
