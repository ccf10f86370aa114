using Microsoft.Playwright;

namespace Dites32.E2E.Infrastructure;

/// <summary>The board of one offer as a recruiter uses it.</summary>
public sealed class RecruiterBoard(IPage page)
{
    public static string PathOf(Guid offerId) => $"/recruteur/offres/{offerId}/candidatures";

    public async Task OpenAsync(Guid offerId)
    {
        await page.GotoAsync(PathOf(offerId));
        await IsAliveAsync();
    }

    /// <summary>Done when the circuit listens to the cards: before, the board is only drawn.</summary>
    public Task IsAliveAsync() => page.WaitForFunctionAsync(
        "() => Object.keys(document.querySelector('.board-card select') ?? {}).some(key => key.startsWith('_blazorEvents'))");

    public ILocator Column(string label) =>
        page.Locator("section.board-column").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Level = 2 }).Filter(new() { HasText = label }) });

    public ILocator Card(string name) => page.Locator("article.board-card").Filter(new() { HasText = name });

    public ILocator Menu(string name) => Card(name).GetByRole(AriaRole.Combobox);

    public ILocator Message => page.Locator(".board").Locator("xpath=../p[@role='status']");

    public Task ExpectAsync(string name, string column) =>
        Assertions.Expect(Column(column).Locator("article.board-card").Filter(new() { HasText = name })).ToBeVisibleAsync();

    public Task ChooseAsync(string name, string stage) => Menu(name).SelectOptionAsync(new SelectOptionValue { Label = stage });

    public async Task MoveByMenuAsync(string name, string stage)
    {
        await ChooseAsync(name, stage);
        await ExpectAsync(name, stage);
    }

    public async Task MoveByDragAsync(string name, string stage)
    {
        await Card(name).DragToAsync(Column(stage).GetByRole(AriaRole.Heading, new() { Level = 2 }));
        await ExpectAsync(name, stage);
    }
}
