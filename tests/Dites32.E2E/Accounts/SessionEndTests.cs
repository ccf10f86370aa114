using Dites32.Core.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Dites32.E2E.Accounts;

/// <summary>A session ends for want of a request, not without a word.</summary>
[Collection(PublicPortal.Name)]
public sealed class SessionEndTests(Portal portal, Chromium chromium) : BrowserTest(portal, chromium)
{
    [Theory]
    [InlineData(Phone)]
    [InlineData(Desk)]
    public async Task Somebody_who_reads_for_long_is_warned_stays_and_is_told_when_it_is_over(int width)
    {
        var page = await SomebodyAsync(width);
        await page.Clock.InstallAsync();
        await SignInAsync(page, Role.SiteRecruiter);
        await page.GotoAsync("/mon-compte");
        var dialog = page.Locator("#fin-de-session");

        await LeaveAsync(TimeSpan.FromMinutes(10));
        await page.Clock.FastForwardAsync("29:00");
        await Assertions.Expect(dialog).ToBeHiddenAsync(); // another tab has kept it alive

        await LeaveAsync(TimeSpan.FromSeconds(110));
        await page.Clock.FastForwardAsync("09:00");
        await Assertions.Expect(dialog).ToBeVisibleAsync();
        await page.CheckAsync();
        await Pictures.TakeAsync(page, "session-end", $"warning-{width}");
        await LeaveAsync(TimeSpan.FromSeconds(110), seenMinutesAgo: 28);
        await page.PressButtonAsync("Rester connecté");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        Assert.True(await LeftAsync() > TimeSpan.FromMinutes(29));

        await LeaveAsync(TimeSpan.Zero);
        await page.Clock.FastForwardAsync("29:00");
        await Assertions.Expect(page.GetByText("Cette page garde ce que vous avez écrit")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Votre session est fermée" })).ToBeVisibleAsync();
        await page.CheckAsync();
        await page.PressButtonAsync("Fermer ce message");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        ForgetComplaints();
    }

    /// <summary>As if nothing had been asked for some time: so much is left.</summary>
    private Task<int> LeaveAsync(TimeSpan left, int seenMinutesAgo = 0) => Portal.InDatabaseAsync(db =>
    {
        var (end, seen) = (DateTimeOffset.UtcNow + left, DateTimeOffset.UtcNow.AddMinutes(-seenMinutesAgo));
        return Latest(db).ExecuteUpdateAsync(set => set.SetProperty(s => s.IdleEndsAt, end).SetProperty(s => s.SeenAt, seen));
    });

    private Task<TimeSpan> LeftAsync() => Portal.InDatabaseAsync(async db =>
        await Latest(db).Select(s => s.IdleEndsAt).SingleAsync() - DateTimeOffset.UtcNow);

    private static IQueryable<Core.Accounts.Sessions.AccountSession> Latest(Core.Data.AppDbContext db) =>
        db.AccountSessions.Where(s => s.OpenedAt == db.AccountSessions.Max(l => l.OpenedAt));
}
