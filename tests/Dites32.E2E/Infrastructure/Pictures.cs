using Microsoft.Playwright;

namespace Dites32.E2E.Infrastructure;

internal static class Pictures
{
    public static readonly string Root = AppContext.BaseDirectory[..AppContext.BaseDirectory.IndexOf("/tests/Dites32.E2E/", StringComparison.Ordinal)];

    /// <summary>The whole page, for a person to look at.</summary>
    public static Task TakeAsync(IPage page, string folder, string name) => page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = $"{FileOf(folder, name)}.png",
        FullPage = true,
        Animations = ScreenshotAnimations.Disabled,
    });

    public static Task KeepLogAsync(string folder, string name, string log) => File.WriteAllTextAsync($"{FileOf(folder, name)}.log", log);

    private static string FileOf(string folder, string name) =>
        Path.Combine(Directory.CreateDirectory(Path.Combine(Root, ".dev", "results", folder)).FullName, name);
}
