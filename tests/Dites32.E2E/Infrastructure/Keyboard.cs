using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Dites32.E2E.Infrastructure;

/// <summary>Uses a page without a mouse.</summary>
internal static class Keyboard
{
    private const int MostTabs = 120;

    /// <summary>How the focused element looks, against how it looks without the focus; and whether it is on the screen.</summary>
    private const string IsSeen = """
        e => {
          const look = () => { const s = getComputedStyle(e);
            return [s.outlineStyle, s.outlineWidth, s.boxShadow, s.borderColor, s.backgroundColor].join('|'); };
          const focused = look(), box = e.getBoundingClientRect();
          e.blur();
          const plain = look();
          e.focus();
          return focused !== plain && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
        }
        """;

    /// <summary>Presses Tab until this element has the focus, which must then be seen.</summary>
    public static async Task TabToAsync(this IPage page, ILocator target, string key = "Tab")
    {
        await Assertions.Expect(target).ToBeVisibleAsync();
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                Assert.True(await target.EvaluateAsync<bool>(IsSeen), $"{page.Url}: nothing shows that {target} has the focus.");
                return;
            }

            await page.Keyboard.PressAsync(key);
        }

        Assert.Fail($"{page.Url}: {target} cannot be reached with {MostTabs} presses of {key}.");
    }

    /// <summary>The field of this label, whether it must be filled or not.</summary>
    public static ILocator Labelled(this IPage page, string label) =>
        page.GetByLabel(new Regex($@"^\s*{Regex.Escape(label)}( \(facultatif\))?\s*$"));

    public static async Task TypeAtAsync(this IPage page, string label, string text)
    {
        await page.TabToAsync(page.Labelled(label));
        await page.Keyboard.PressAsync("Control+a"); // over what is there
        await page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>Goes down a closed list to the option that begins so.</summary>
    public static async Task ChooseAtAsync(this IPage page, string label, string option)
    {
        var list = page.Labelled(label);
        await page.TabToAsync(list);
        await page.Keyboard.PressAsync("Home");
        var options = await list.EvaluateAsync<int>("e => e.options.length");
        for (var row = 0; row < options; row++)
        {
            if ((await list.EvaluateAsync<string>("e => e.selectedOptions[0].label")).StartsWith(option, StringComparison.Ordinal))
            {
                return;
            }

            await page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.Fail($"{page.Url}: « {label} » has no option « {option} ».");
    }

    public static async Task PressButtonAsync(this IPage page, string name)
    {
        await page.TabToAsync(page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }));
        await page.Keyboard.PressAsync("Enter");
    }

    public static async Task OpenLinkAsync(this IPage page, string name)
    {
        await page.TabToAsync(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = name, Exact = true }));
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>After a refusal: the summary has the focus, and its first sentence leads to the field that it speaks of.</summary>
    public static async Task FollowErrorToAsync(this IPage page, ILocator field)
    {
        var summary = page.Locator(".error-summary");
        await Assertions.Expect(summary).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(summary.GetByRole(AriaRole.Link).First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(field).ToBeFocusedAsync();
    }
}
