using System.Collections.Concurrent;
using System.Text;
using Dites32.Core.Shared;
using Dites32.Core.SpouseSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Dites32.E2E.SpouseSupport;

/// <summary>A recruiter at work on the board of a doctor whose partner is accompanied: what the browser receives says nothing of it.</summary>
[Collection(WorkspacePortal.Name)]
public sealed class SpouseCircuitTests(Portal portal, Chromium chromium) : BrowserTest(portal, chromium)
{
    private const string Canary = "cncircuitx", Doctor = "Camille Observée";

    [Fact]
    public async Task Neither_a_page_nor_a_circuit_of_a_recruiter_holds_anything_of_a_partner()
    {
        var offer = await Portal.FreshOfferAsync("Un poste que l'on regarde", Doctor);
        await AccompanyAsync();
        var page = await SignedInAsync(Role.SiteRecruiter);
        var (frames, pages) = (new ConcurrentQueue<string>(), new List<string>());
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => frames.Enqueue(frame.Text ?? Encoding.UTF8.GetString(frame.Binary ?? []));

        var board = new RecruiterBoard(page);
        await board.OpenAsync(offer.Id);
        await board.MoveByMenuAsync(Doctor, "Présélection");
        await Assertions.Expect(board.Message).ToContainTextAsync(Doctor);
        pages.Add(await page.ContentAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = Doctor }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(Doctor);
        pages.Add(await page.ContentAsync());
        await page.GotoAsync($"/recruteur/candidats?q={Uri.EscapeDataString(Doctor)}");
        pages.Add(await page.ContentAsync());

        Assert.Contains(frames, frame => frame.Contains(Doctor, StringComparison.Ordinal)); // they are read
        Assert.All(frames.Concat(pages).Append(Portal.App.Output), text => Assert.DoesNotContain(Canary, text, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The doctor's partner, who names them, with something in every field.</summary>
    private Task<int> AccompanyAsync() => Portal.BehindTheWallAsync(async db =>
    {
        var (now, caseworker) = (DateTimeOffset.UtcNow, await db.Cases.Where(c => c.OwnerId != null).Select(c => c.OwnerId!.Value).FirstAsync());
        var file = SpouseCase.Requested(Guid.NewGuid(), $"{Canary}@example.org", new SpouseProfile(
            $"{Canary} nom", "0699445566", Couple.Pacs, Doctor, $"{Canary} métier", SpouseProject.Employment, "32132", now.ParisDay().AddMonths(2), $"{Canary} message"), now);
        file.Agree(caseworker, ($"{Canary} étape", now.ParisDay().AddDays(3)), NoticeVersion.Current, now);
        db.AddRange(file, new SpouseNote(Guid.NewGuid(), file.Id, caseworker, $"{Canary} note", now));
        return await db.SaveChangesAsync();
    });
}
