using Dites32.Core.Accounts;
using Dites32.Core.Shared;
using Microsoft.Playwright;

namespace Dites32.E2E.Accounts;

[Collection(PublicPortal.Name)]
public sealed class SignInTests(Portal portal, Chromium chromium) : BrowserTest(portal, chromium)
{
    [Fact]
    public async Task A_recruiter_signs_in_and_out_by_keyboard_alone()
    {
        var code = await Portal.CodeOfAsync(EmailOf(Role.SiteRecruiter));
        var page = await SomebodyAsync();
        await page.GotoAsync("/connexion");
        await page.TypeAtAsync("Adresse électronique", EmailOf(Role.SiteRecruiter));
        await page.TypeAtAsync("Mot de passe", DemoAccounts.Password);
        await page.PressButtonAsync("Se connecter");
        await page.TypeAtAsync("Code à six chiffres", code!);
        await page.CheckAsync();
        await page.PressButtonAsync("Se connecter");

        await page.PressButtonAsync("Se déconnecter");
        await Assertions.Expect(page.GetByText("Vous êtes déconnecté.")).ToBeVisibleAsync();
        await page.CheckAsync();
    }

    [Fact]
    public async Task A_wrong_password_keeps_the_address_and_gives_the_focus_to_the_reason()
    {
        var page = await SomebodyAsync(Phone);
        await page.GotoAsync("/connexion");
        await page.GetByLabel("Adresse électronique").FillAsync("personne@example.org");
        await page.GetByLabel("Mot de passe", new() { Exact = true }).FillAsync("pas le bon");
        await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByLabel("Adresse électronique")).ToHaveValueAsync("personne@example.org");
        await Assertions.Expect(page.GetByLabel("Mot de passe", new() { Exact = true })).ToBeEmptyAsync();
        await page.CheckAsync();
    }
}
