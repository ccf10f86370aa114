using Dites32.Core.Applications;
using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Dites32.E2E;

/// <summary>The pictures of the README, of the demo as it is seeded: <c>./dev shots</c>.</summary>
[Collection(WorkspacePortal.Name), Trait("Category", "Shots")]
public sealed class Shots(Portal portal, Chromium chromium) : BrowserTest(portal, chromium)
{
    [Fact]
    public async Task The_public_list()
    {
        var desk = await SomebodyAsync();
        await desk.GotoAsync("/offres");
        await KeepAsync(desk, "list-1280");
        var phone = await SomebodyAsync(Phone);
        await phone.GotoAsync("/offres");
        await KeepAsync(phone, "list-320");
    }

    [Fact]
    public async Task An_offer()
    {
        var page = await SomebodyAsync();
        await page.GotoAsync((await Portal.OfferAsync(DemoOffer.Fleurance)).Path());
        await KeepAsync(page, "offer-1280");
    }

    [Fact]
    public async Task The_follow_up_of_an_application()
    {
        var secret = await Portal.InDatabaseAsync(async db =>
        {
            var application = await db.Applications.SingleAsync(a => a.Candidate.Name == "Nadia Belkacem");
            var (link, secret) = PersonalLink.ToApplication(application.Id, DateTimeOffset.UtcNow);
            db.Add(link);
            await db.SaveChangesAsync();
            return secret;
        });
        var page = await SomebodyAsync(Phone);
        await page.GotoAsync($"/suivi/{secret}");
        await KeepAsync(page, "follow-up-320");
    }

    [Fact]
    public async Task The_board()
    {
        var page = await SignedInAsync(Role.SiteRecruiter);
        await new RecruiterBoard(page).OpenAsync((await Portal.OfferAsync(DemoOffer.Fleurance)).Id);
        await KeepAsync(page, "board-1280");
    }

    private static Task<byte[]> KeepAsync(IPage page, string name) =>
        page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures.Root, "docs", "images", $"{name}.png") });
}
