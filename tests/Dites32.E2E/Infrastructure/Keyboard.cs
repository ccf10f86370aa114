using Microsoft.Playwright;

namespace Dites32.E2E.Infrastructure;

/// <summary>Uses a page without a mouse.</summary>
internal static class Keyboard
{
    private const int MostTabs = 120;

    /// <summary>Presses Tab until this element has the focus, which must then be seen.</summary>
    public static async Task TabToAsync(this IPage page, ILocator target)
    {
        await Assertions.Expect(target).ToBeVisibleAsync();
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                var outline = await target.EvaluateAsync<string>("e => getComputedStyle(e).outlineStyle + getComputedStyle(e).boxShadow");
                Assert.NotEqual("nonenone", outline); // where one is must be seen
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{page.Url}: {target} cannot be reached with {MostTabs} tabs.");
    }

    public static async Task TypeAtAsync(this IPage page, string label, string text)
    {
        await page.TabToAsync(page.GetByLabel(label, new() { Exact = true }));
        await page.Keyboard.InsertTextAsync(text);
    }

    public static async Task PressButtonAsync(this IPage page, string name)
    {
        await page.TabToAsync(page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }));
        await page.Keyboard.PressAsync("Enter");
    }
}
