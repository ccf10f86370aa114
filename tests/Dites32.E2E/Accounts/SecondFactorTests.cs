using Dites32.Core.Accounts;
using Dites32.Core.Accounts.SecondFactors;
using Dites32.Core.Shared;
using Microsoft.Playwright;

namespace Dites32.E2E.Accounts;

[Collection(PublicPortal.Name)]
public sealed class SecondFactorTests(Portal portal, Chromium chromium) : BrowserTest(portal, chromium)
{
    [Theory]
    [InlineData(Phone)]
    [InlineData(Desk)]
    public async Task A_new_recruiter_sets_up_a_telephone_by_keyboard_and_keeps_the_codes_on_paper(int width)
    {
        var email = await Portal.NewcomerAsync(Role.SiteRecruiter);
        var page = await SomebodyAsync(width);
        await page.GotoAsync("/connexion");
        await page.TypeAtAsync("Adresse électronique", email);
        await page.TypeAtAsync("Mot de passe", DemoAccounts.Password);
        await page.PressButtonAsync("Se connecter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Double authentification" })).ToBeVisibleAsync();
        await page.CheckAsync();
        await Pictures.TakeAsync(page, "second-factor", $"setup-{width}");

        await page.GetByText("Je ne peux pas scanner l'image").ClickAsync();
        var secret = (await page.Locator("code.secret").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await page.TypeAtAsync("Code à six chiffres", SecondFactorSecrets.CodeAt(secret, DateTimeOffset.UtcNow));
        await page.PressButtonAsync("Activer");

        await Assertions.Expect(page.Locator(".recovery-codes li")).ToHaveCountAsync(RecoveryCode.Count);
        await page.CheckAsync();
        await Pictures.TakeAsync(page, "second-factor", $"codes-{width}");
        await page.GotoAsync("/recruteur");
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Espace recruteur" })).ToBeVisibleAsync();
    }
}
