using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Dites32.E2E.Infrastructure;

internal static class PageChecks
{
    /// <summary>Every rule of axe, good practice included; target-size (WCAG 2.2) is off unless asked for.</summary>
    private static readonly AxeRunOptions Rules = new() { Rules = new() { ["target-size"] = new RuleOptions { Enabled = true } } };

    /// <summary>Nothing that axe finds, and nothing wider than the screen.</summary>
    public static async Task CheckAsync(this IPage page)
    {
        await page.WaitForFunctionAsync("() => document.readyState === 'complete'"); // with its style sheet; the load event may be missed, and never comes again
        await page.CheckWidthAsync();
        var found = await page.RunAxe(Rules);
        Assert.True(found.Violations.Length == 0, $"{page.Url}\n{string.Join('\n', found.Violations.Select(Describe))}");
    }

    public static async Task CheckWidthAsync(this IPage page)
    {
        var wide = await page.EvaluateAsync<string[]>("""
            () => document.scrollingElement.scrollWidth <= document.documentElement.clientWidth ? [] :
              [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                .slice(0, 8).map(e => e.outerHTML.slice(0, 120))
            """);
        Assert.True(wide.Length == 0, $"{page.Url} scrolls sideways at {page.ViewportSize?.Width} px:\n{string.Join('\n', wide)}");
    }

    /// <summary>No line can break inside « » or before a sign, as French sets them, and no space is shown as its name.</summary>
    public static async Task CheckSpacesAsync(this IPage page)
    {
        var breakable = await page.EvaluateAsync<string[]>("""
            () => {
              const body = document.body.cloneNode(true);
              body.querySelectorAll('script, style').forEach(e => e.remove());
              const labels = [...body.querySelectorAll('[aria-label]')].map(e => e.getAttribute('aria-label'));
              return [document.title, body.textContent, ...labels].flatMap(text => text.match(/.{0,40}(?:&nbsp;|«[ \n]|[ \n]»|[\p{L}\p{N})»][ \n]+[:;?!%](?!\S)).{0,20}/gsu) ?? []);
            }
            """);
        Assert.True(breakable.Length == 0, $"{page.Url} has spaces that can break:\n{string.Join('\n', breakable)}");
    }

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help}\n{string.Join('\n', violation.Nodes.Select(n => $"  {n.Target}  {n.Html}\n    {string.Join(" ", n.Any.Concat(n.All).Concat(n.None).Select(c => c.Message))}"))}";
}
