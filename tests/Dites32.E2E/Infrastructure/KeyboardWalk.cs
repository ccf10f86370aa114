using Microsoft.Playwright;

namespace Dites32.E2E.Infrastructure;

/// <summary>Goes through a whole page with Tab, and back.</summary>
internal static class KeyboardWalk
{
    private const int MostTabs = 600;

    /// <summary>Numbers what Tab should reach, in the order of the page: of a group of radio buttons, one.</summary>
    private const string Number = """
        () => {
          const groups = new Set();
          const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter(e => {
            if (e.tabIndex < 0 || e.disabled || e.type === 'hidden' || !e.checkVisibility({ visibilityProperty: true })) return false;
            if (e.type !== 'radio') return true;
            const group = [...document.getElementsByName(e.name)];
            return group.some(r => r.checked) ? e.checked : group[0] === e;
          });
          all.forEach((e, i) => e.dataset.walk = i);
          return all.length;
        }
        """;

    /// <summary>A page may put the focus where something went wrong: the walk begins at its top all the same.</summary>
    private const string Top = "() => { document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); }";

    /// <summary>The number of the element that has the focus, whether that is seen, and its beginning.</summary>
    private const string Here = """
        () => {
          const e = document.activeElement, s = getComputedStyle(e), box = e.getBoundingClientRect();
          const seen = (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none' || !!e.closest('.map');
          const onScreen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
          return [e.dataset.walk ?? '', `${seen && onScreen}`, e.outerHTML.slice(0, 120)];
        }
        """;

    /// <summary>Every control once, in the order of the page, each seen; no trap in either direction.</summary>
    public static async Task WalkAsync(this IPage page)
    {
        var count = await page.EvaluateAsync<int>(Number);
        await page.EvaluateAsync(Top);
        var there = await GoAsync(page, "Tab");
        Assert.True(Enumerable.Range(0, count).SequenceEqual(there),
            $"{page.Url}: of {count} controls, Tab reached {string.Join(' ', there)}. Not reached: {await DescribeAsync(page, Enumerable.Range(0, count).Except(there))}");

        var back = await GoAsync(page, "Shift+Tab");
        Assert.True(there.AsEnumerable().Reverse().SequenceEqual(back), $"{page.Url}: Shift+Tab reached {string.Join(' ', back)}");
    }

    /// <summary>Until the focus leaves the page.</summary>
    private static async Task<List<int>> GoAsync(IPage page, string key)
    {
        var reached = new List<int>();
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            await page.Keyboard.PressAsync(key);
            var here = await page.EvaluateAsync<string[]>(Here);
            if (!int.TryParse(here[0], out var number) || (reached.Count > 1 && number == reached[0]))
            {
                return reached; // to the browser's own controls, which a browser without a window may skip
            }

            Assert.True(here[1] == "true", $"{page.Url}: nothing shows that this has the focus: {here[2]}");
            if (reached.Count == 0 || reached[^1] != number) // a date has several parts
            {
                reached.Add(number);
            }
        }

        Assert.Fail($"{page.Url}: {MostTabs} presses of {key} did not leave the page; the last ones went to {string.Join(' ', reached.TakeLast(8))}.");
        return reached;
    }

    private static async Task<string> DescribeAsync(IPage page, IEnumerable<int> numbers) => string.Join('\n', await Task.WhenAll(
        numbers.Take(8).Select(n => page.EvaluateAsync<string>("n => document.querySelector(`[data-walk='${n}']`).outerHTML.slice(0, 120)", n))));
}
