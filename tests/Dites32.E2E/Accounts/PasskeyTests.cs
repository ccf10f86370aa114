using Dites32.Core.Accounts;
using Dites32.Core.Shared;
using Microsoft.Playwright;

namespace Dites32.E2E.Accounts;

/// <summary>With Chromium's own authenticator, which does what a telephone or a security key does.</summary>
[Collection(PublicPortal.Name)]
public sealed class PasskeyTests(Portal portal, Chromium chromium) : BrowserTest(portal, chromium)
{
    [Theory]
    [InlineData(Phone)]
    [InlineData(Desk)]
    public async Task A_recruiter_adds_a_passkey_signs_in_with_it_and_takes_it_away(int width)
    {
        var email = await Portal.NewcomerAsync(Role.SiteRecruiter);
        var page = await SomebodyAsync(width);
        await AuthenticatorAsync(page, isUserVerified: true);
        await page.GotoAsync("/connexion");
        await page.GetByLabel("Adresse électronique").FillAsync(email);
        await page.GetByLabel("Mot de passe", new() { Exact = true }).FillAsync(DemoAccounts.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "clé d'accès" }).ClickAsync();
        await page.CheckAsync();
        await page.TypeAtAsync("Nom de la clé", "Mon téléphone");
        await page.PressButtonAsync("Ajouter une clé d'accès");
        await Assertions.Expect(page.GetByText("Votre clé d'accès est enregistrée.")).ToBeVisibleAsync();
        await page.CheckAsync();
        await Pictures.TakeAsync(page, "passkeys", $"list-{width}");

        await page.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" }).ClickAsync();
        await page.CheckAsync();
        await Pictures.TakeAsync(page, "passkeys", $"sign-in-{width}");
        await page.PressButtonAsync("Se connecter avec une clé d'accès");
        await Assertions.Expect(page).ToHaveURLAsync($"{Portal.Address}/recruteur"); // no code is asked for: the key is both

        await page.GotoAsync("/mon-compte/cles");
        await page.GetByRole(AriaRole.Button, new() { Name = "Retirer Mon téléphone" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Vous n'en avez pas encore.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter avec une clé d'accès" }).ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("n'a pas été acceptée");
    }

    [Fact]
    public async Task A_key_that_does_not_recognise_its_owner_is_not_used_and_the_password_remains()
    {
        var page = await SomebodyAsync(Phone);
        await AuthenticatorAsync(page, isUserVerified: false);
        await page.GotoAsync("/connexion");
        await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter avec une clé d'accès" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Aucune clé n’a été utilisée.")).ToBeVisibleAsync();
        await page.CheckAsync();
    }

    private static async Task AuthenticatorAsync(IPage page, bool isUserVerified)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = isUserVerified,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
