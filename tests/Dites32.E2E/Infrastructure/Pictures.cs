using Microsoft.Playwright;

namespace Dites32.E2E.Infrastructure;

internal static class Pictures
{
    /// <summary>Whoever looks at every page asks for it; a picture of each costs a third of the time of a usual run.</summary>
    private static readonly bool OfEveryPage = Environment.GetEnvironmentVariable("DITES32_PICTURES") == "every page";

    public static readonly string Root = AppContext.BaseDirectory[..AppContext.BaseDirectory.IndexOf("/tests/Dites32.E2E/", StringComparison.Ordinal)];

    /// <summary>The whole page, for a person to look at. A browser short of memory may fail once; that says nothing of the page.</summary>
    public static async Task TakeAsync(IPage page, string folder, string name)
    {
        try
        {
            await ShootAsync(page, folder, name);
        }
        catch (PlaywrightException)
        {
            await ShootAsync(page, folder, name);
        }
    }

    /// <summary>The whole page, in the runs that keep a picture of every page.</summary>
    public static Task TakeIfAskedAsync(IPage page, string folder, string name) => OfEveryPage ? TakeAsync(page, folder, name) : Task.CompletedTask;

    public static Task KeepLogAsync(string folder, string name, string log) => File.WriteAllTextAsync($"{FileOf(folder, name)}.log", log);

    private static Task<byte[]> ShootAsync(IPage page, string folder, string name) => page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = $"{FileOf(folder, name)}.png",
        FullPage = true,
        Animations = ScreenshotAnimations.Disabled,
    });

    private static string FileOf(string folder, string name) =>
        Path.Combine(Directory.CreateDirectory(Path.Combine(Root, ".dev", "results", folder)).FullName, name);
}
