using Dites32.Core.Shared;
using Microsoft.Playwright;

namespace Dites32.E2E.Applications;

[Collection(WorkspacePortal.Name)]
public sealed class BoardTests(Portal portal, Chromium chromium) : BrowserTest(portal, chromium)
{
    [Fact]
    public async Task By_keyboard_a_card_moves_and_the_focus_stays_on_it()
    {
        var page = await SignedInAsync(Role.SiteRecruiter);
        var board = new RecruiterBoard(page);
        await board.OpenAsync(await OfferAsync());

        await page.TabToAsync(board.Menu("Inès Marquerie"));
        await page.Keyboard.PressAsync("ArrowDown"); // opens the list: a key alone moves nothing
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await board.ExpectAsync("Inès Marquerie", "Reçue");
        await page.Keyboard.PressAsync("Enter");
        await board.ExpectAsync("Inès Marquerie", "Présélection");
        await Assertions.Expect(board.Menu("Inès Marquerie")).ToBeFocusedAsync();
        await Assertions.Expect(board.Message).ToContainTextAsync("Inès Marquerie : étape « Présélection »");
        await page.CheckAsync();

        await page.PressButtonAsync("Annuler");
        await board.ExpectAsync("Inès Marquerie", "Reçue");
    }

    [Fact]
    public async Task The_slower_of_two_recruiters_learns_who_was_faster()
    {
        var (offer, first, second) = (await OfferAsync(), await SignedInAsync(Role.SiteRecruiter), await SignedInAsync(Role.Dites32Recruiter));
        var (faster, slower) = (new RecruiterBoard(first), new RecruiterBoard(second));
        await faster.OpenAsync(offer);
        await slower.OpenAsync(offer);

        await faster.MoveByMenuAsync("Chloé Dastugue", "Présélection");
        await slower.ChooseAsync("Chloé Dastugue", "Entretien");

        await Assertions.Expect(slower.Message).ToContainTextAsync("Hélène Castéra a déplacé cette candidature à « Présélection »");
        await slower.ExpectAsync("Chloé Dastugue", "Présélection");
        await second.CheckAsync();
    }

    [Fact]
    public async Task A_card_that_may_not_go_there_stays_and_says_so()
    {
        var page = await SignedInAsync(Role.SiteRecruiter, width: 4000); // a drag that has to scroll is not what is tested here
        var board = new RecruiterBoard(page);
        await board.OpenAsync(await OfferAsync());

        await board.Card("Bastien Laffargue").DragToAsync(board.Column("Pièces").GetByRole(AriaRole.Heading, new() { Level = 2 }));

        await Assertions.Expect(board.Message).ToContainTextAsync("Bastien Laffargue reste à « Reçue »");
        await board.ExpectAsync("Bastien Laffargue", "Reçue");
    }

    [Fact]
    public async Task On_a_phone_the_board_is_well_and_a_card_moves_by_its_menu()
    {
        var page = await SignedInAsync(Role.SiteRecruiter, Phone);
        var board = new RecruiterBoard(page);
        await board.OpenAsync(await OfferAsync());
        await page.CheckAsync();
        await board.MoveByMenuAsync("Rémi Cassagne", "Entretien");
    }

    [Fact]
    public async Task When_the_server_has_restarted_the_page_says_that_it_is_cut_and_comes_back()
    {
        var page = await SignedInAsync(Role.SiteRecruiter);
        var board = new RecruiterBoard(page);
        await board.OpenAsync(await OfferAsync());

        await Portal.App.KillAsync();
        await Assertions.Expect(page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Connexion interrompue")).ToBeVisibleAsync();

        await Portal.App.StartAsync();
        await Assertions.Expect(page.Locator("#components-reconnect-modal")).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await board.IsAliveAsync();
        await board.MoveByMenuAsync("Théo Saint-Martin", "Entretien");
        ForgetComplaints(); // the script tells the console that its connection was cut
    }

    private async Task<Guid> OfferAsync() => (await Portal.OfferAsync(DemoOffer.Fleurance)).Id;
}
