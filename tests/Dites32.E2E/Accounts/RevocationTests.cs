using System.Diagnostics;
using System.Text.RegularExpressions;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Dites32.E2E.Accounts;

/// <summary>What an administrator takes away goes from the pages that are open, on every instance.</summary>
[Collection(PublicPortal.Name)]
public sealed partial class RevocationTests(Portal portal, Chromium chromium) : BrowserTest(portal, chromium)
{
    private const float FiveSeconds = 5000;

    [Fact]
    public async Task The_open_board_of_somebody_whose_account_is_closed_goes_within_five_seconds_on_both_instances()
    {
        await using var second = await Portal.SecondInstanceAsync();
        var email = await Portal.NewcomerAsync(Role.Dites32Recruiter);
        var page = await SignedInAsync(email);
        await OpenBoardAsync(page, Portal.Address);
        var elsewhere = await page.Context.NewPageAsync();
        await OpenBoardAsync(elsewhere, second.Address); // the same cookie: the second instance knows the session too

        var admin = await SignedInAsync(Role.Administrator);
        await admin.GotoAsync($"/administration/comptes/{await IdOfAsync(email)}");
        var watch = Stopwatch.StartNew();
        await admin.GetByRole(AriaRole.Button, new() { Name = "Fermer le compte" }).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(SignInPage(), new() { Timeout = FiveSeconds });
        await Assertions.Expect(elsewhere).ToHaveURLAsync(SignInPage(), new() { Timeout = FiveSeconds });
        TestContext.Current.TestOutputHelper?.WriteLine($"Both boards were gone after {watch.ElapsedMilliseconds} ms.");
    }

    [Fact]
    public async Task The_open_board_of_somebody_who_loses_the_role_goes_within_five_seconds()
    {
        var email = await Portal.NewcomerAsync(Role.Dites32Recruiter);
        var page = await SignedInAsync(email);
        await OpenBoardAsync(page, Portal.Address);

        await Portal.InDatabaseAsync(async db => await db.UserRoles.Where(r => db.Users.Any(a => a.Id == r.UserId && a.Email == email)).ExecuteDeleteAsync());

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Accès refusé" })).ToBeVisibleAsync(new() { Timeout = FiveSeconds });
        ForgetComplaints();
    }

    private static async Task OpenBoardAsync(IPage page, string address)
    {
        await page.GotoAsync($"{address}/recruteur/vivier");
        await Assertions.Expect(page.Locator(".board")).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("() => window.Blazor !== undefined");
    }

    private Task<Guid> IdOfAsync(string email) => Portal.InDatabaseAsync(db => db.Users.Where(a => a.Email == email).Select(a => a.Id).SingleAsync());

    [GeneratedRegex("/connexion")]
    private static partial Regex SignInPage();
}
