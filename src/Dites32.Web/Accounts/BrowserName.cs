namespace Dites32.Web.Accounts;

/// <summary>« Firefox, Windows », from what the browser says of itself: enough to know one's own sessions again, and no more.</summary>
internal static class BrowserName
{
    // The order matters: Edge and Opera call themselves Chrome too, Chrome calls itself Safari, Android calls itself Linux.
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux")];

    public static string? Of(string? userAgent)
    {
        string?[] parts = [Find(Browsers, userAgent), Find(Systems, userAgent)];
        return parts.All(part => part is null) ? null : string.Join(", ", parts.Where(part => part is not null));
    }

    private static string? Find((string Sign, string Name)[] known, string? userAgent) =>
        userAgent is null ? null : known.FirstOrDefault(k => userAgent.Contains(k.Sign, StringComparison.Ordinal)).Name;
}
