using Dites32.Core.Shared;
using Microsoft.Playwright;

namespace Dites32.E2E.SpouseSupport;

/// <summary>A doctor and their partner decide together, each in their own browser.</summary>
[Collection(WorkspacePortal.Name)]
public sealed class CoupleTests(Portal portal, Chromium chromium) : BrowserTest(portal, chromium)
{
    [Fact]
    public Task A_doctor_invites_and_reads_what_the_partner_chose_to_share() => DecideAsync(Phone);

    [Fact, Trait("Category", "Long")]
    public Task So_does_one_at_a_desk() => DecideAsync(Desk);

    [Fact, Trait("Category", "Long")]
    public async Task By_keyboard_alone_and_without_script_a_partner_is_invited_linked_and_compares()
    {
        const string Email = "deux.clavier@example.org";
        var account = await Portal.NewcomerAsync(Role.Candidate);
        var doctor = await SignedInAsync(account, Phone);
        await doctor.GotoAsync("/a-deux");
        await doctor.TypeAtAsync("Son adresse électronique", Email);
        await doctor.TypeAtAsync("Votre prénom", "Sacha");
        await doctor.PressButtonAsync("Envoyer l'invitation");
        await Assertions.Expect(doctor.Locator("[role=status]")).ToContainTextAsync("L'invitation est partie.");

        var partner = await SomebodyAsync(Phone, script: false);
        await partner.GotoAsync((await Portal.MailAsync(Email, "Une invitation à Dites32 à 2")).Link());
        await partner.PressButtonAsync("Entrer");
        await partner.TabToAsync(partner.GetByRole(AriaRole.Link, new() { Name = "Me présenter" }));
        await partner.Keyboard.PressAsync("Enter");
        await partner.TypeAtAsync("Nom et prénom", "Dominique Clavier");
        await partner.TypeAtAsync("Votre métier, ou ce que vous faites aujourd'hui", "Comptable");
        await partner.TabToAsync(partner.GetByLabel("Je demande un accompagnement"));
        await partner.Keyboard.PressAsync("Space");
        await partner.PressButtonAsync("Donner mon accord");
        await partner.PressButtonAsync("Relier nos dossiers avec Sacha");
        await partner.TabToAsync(partner.GetByRole(AriaRole.Link, new() { Name = "Comparer deux communes" }));
        await partner.Keyboard.PressAsync("Enter");
        await partner.TypeAtAsync("Une commune", "Mirande");
        await partner.TypeAtAsync("Une autre commune", "Auch");
        await partner.PressButtonAsync("Comparer");
        await partner.PressButtonAsync("Partager");
        await Assertions.Expect(partner.GetByText("Sacha voit cette comparaison")).ToBeVisibleAsync();
        await partner.PressButtonAsync("Effacer cette comparaison");
        await Assertions.Expect(partner.Locator(".notice[role=status]")).ToContainTextAsync("La comparaison est effacée.");
    }

    private async Task DecideAsync(int width)
    {
        var (email, account) = ($"alix.deux{width}@example.org", await Portal.NewcomerAsync(Role.Candidate));
        var doctor = await SignedInAsync(account, width);
        await doctor.GotoAsync("/mon-compte");
        await doctor.GetByRole(AriaRole.Link, new() { Name = "décider à deux" }).ClickAsync();
        await doctor.GetByLabel("Son adresse électronique").FillAsync(email);
        await doctor.GetByLabel("Votre prénom").FillAsync("Sacha");
        await doctor.CheckAsync();
        await doctor.GetByRole(AriaRole.Button, new() { Name = "Envoyer l'invitation" }).ClickAsync();
        await Assertions.Expect(doctor.Locator("[role=status]")).ToContainTextAsync("L'invitation est partie.");
        await doctor.CheckAsync();

        var partner = await SomebodyAsync(width);
        await partner.GotoAsync((await Portal.MailAsync(email, "Une invitation à Dites32 à 2")).Link());
        await partner.GetByRole(AriaRole.Button, new() { Name = "Entrer" }).ClickAsync();
        await partner.GetByRole(AriaRole.Link, new() { Name = "Me présenter" }).ClickAsync();
        await partner.GetByLabel("Nom et prénom").FillAsync("Alix Deux");
        await partner.GetByLabel("Votre métier").FillAsync("Comptable");
        await partner.GetByText("Je demande un accompagnement").ClickAsync();
        await partner.GetByRole(AriaRole.Button, new() { Name = "Donner mon accord" }).ClickAsync();
        await partner.CheckAsync();
        await partner.GetByRole(AriaRole.Button, new() { Name = "Relier nos dossiers" }).ClickAsync();
        await Assertions.Expect(partner.Locator(".notice[role=status]")).ToContainTextAsync("Vos dossiers sont reliés.");
        await partner.GetByRole(AriaRole.Link, new() { Name = "Comparer deux communes" }).ClickAsync();
        await partner.GetByLabel("Une commune").FillAsync("Mirande");
        await partner.GetByLabel("Une autre commune").FillAsync("Auch");
        await partner.GetByLabel("Ce que vous en pensez").FillAsync("Plutôt Mirande.");
        await partner.CheckAsync();
        await partner.GetByRole(AriaRole.Button, new() { Name = "Comparer", Exact = true }).ClickAsync();
        await Assertions.Expect(partner.Locator("h1")).ToHaveTextAsync("Mirande ou Auch");
        await Assertions.Expect(partner.Locator(".place").First).ToContainTextAsync("Cabinet comptable des Bastides");
        await partner.CheckAsync();
        await partner.GetByRole(AriaRole.Button, new() { Name = "Partager", Exact = true }).ClickAsync();
        await Assertions.Expect(partner.GetByText("Sacha voit cette comparaison")).ToBeVisibleAsync();

        await Portal.MailAsync(account, "Vos dossiers sont reliés");
        await doctor.GotoAsync((await Portal.MailAsync(account, "Une comparaison à lire à deux")).Link());
        await doctor.CheckAsync();
        await doctor.GetByRole(AriaRole.Link, new() { Name = "Mirande ou Auch" }).ClickAsync();
        await Assertions.Expect(doctor.GetByText("Plutôt Mirande.")).ToBeVisibleAsync();
        await doctor.CheckAsync();
    }
}
