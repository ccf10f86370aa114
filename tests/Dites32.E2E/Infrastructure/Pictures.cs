using Microsoft.Playwright;

namespace Dites32.E2E.Infrastructure;

internal static class Pictures
{
    public static readonly string Root = AppContext.BaseDirectory[..AppContext.BaseDirectory.IndexOf("/tests/Dites32.E2E/", StringComparison.Ordinal)];

    /// <summary>The whole page, for a person to look at.</summary>
    public static Task TakeAsync(IPage page, string folder, string name) => page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = Path.Combine(Root, ".dev", "results", folder, $"{name}.png"),
        FullPage = true,
        Animations = ScreenshotAnimations.Disabled,
    });
}
